create schema checkins;

create table checkins.plan (
    id           uuid        primary key,
    order_id     uuid        not null,
    request_id   uuid        not null,
    patient_id   uuid        not null,
    delivered_at timestamptz not null,
    zone         text        not null,
    version      integer     not null,
    constraint one_plan_per_order unique (order_id)
);
create index plan_by_patient on checkins.plan (patient_id);
comment on table checkins.plan is 'From when on, and in whose hours, a patient is asked how they are.';

create table checkins.text_message (
    id         uuid        primary key,
    patient_id uuid        not null,
    plan_id    uuid        references checkins.plan (id),
    day        integer,
    wording    text        not null,
    stage      text        not null,
    since      timestamptz not null,
    due_at     timestamptz not null,
    first_due  timestamptz not null,
    phone      text,
    sent_at    timestamptz,
    sid        text,
    attempts   integer     not null,
    asked      integer     not null,
    error_code integer,
    version    integer     not null,
    constraint one_text_per_day_of_a_plan unique (plan_id, day),
    constraint a_check_in_has_a_plan_and_a_day check ((wording = 'CHECK_IN') = (plan_id is not null and day is not null)),
    constraint one_row_per_text_at_twilio unique (sid),
    constraint a_known_stage check (stage in ('PLANNED', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'SENT', 'DELIVERED',
        'UNDELIVERED', 'WITHDRAWN'))
);
create index text_message_by_patient on checkins.text_message (patient_id, due_at);
create index text_message_by_phone on checkins.text_message (phone, sent_at);
comment on table checkins.text_message is 'One text to a patient, from the plan to the delivery report; sent at most once an attempt.';

create table checkins.reply (
    id           uuid        primary key,
    sid          text        not null,
    phone        text        not null,
    words        text        not null,
    opt_out_type text,
    received_at  timestamptz not null,
    read_at      timestamptz,
    patient_id   uuid,
    check_in_id  uuid        references checkins.text_message (id),
    score        integer,
    alarming     boolean     not null,
    meaning      text,
    version      integer     not null,
    constraint one_row_per_text_received unique (sid),
    constraint a_score_on_the_scale check (score between 0 and 10)
);
create index reply_by_patient on checkins.reply (patient_id, received_at);
comment on table checkins.reply is 'What patients text us, word for word, and what we understood.';

create table checkins.delivery_report (
    id          uuid        primary key,
    message_id  uuid,
    attempt     integer,
    sid         text        not null,
    status      text        not null,
    error_code  integer,
    received_at timestamptz not null,
    constraint one_row_per_report unique (sid, status)
);
comment on table checkins.delivery_report is
    'No health information: what Twilio reported about a text, by its numbers, once each.';

alter table checkins.plan enable row level security;
alter table checkins.plan force row level security;
create policy the_program on checkins.plan using (house.acting_as('SYSTEM'));
create policy the_patient_reads on checkins.plan for select using (house.is_patient(patient_id));
create policy physicians_read on checkins.plan for select using (house.acting_as('PHYSICIAN'));

alter table checkins.text_message enable row level security;
alter table checkins.text_message force row level security;
create policy the_program on checkins.text_message using (house.acting_as('SYSTEM'));
create policy the_patient_reads on checkins.text_message for select using (house.is_patient(patient_id));
create policy physicians_read on checkins.text_message for select using (house.acting_as('PHYSICIAN'));

alter table checkins.reply enable row level security;
alter table checkins.reply force row level security;
create policy the_program on checkins.reply using (house.acting_as('SYSTEM'));
create policy the_patient_reads on checkins.reply for select using (house.is_patient(patient_id));
create policy physicians_read on checkins.reply for select using (house.acting_as('PHYSICIAN'));

call house.open_to_application('checkins');

create trigger reports_stay before update or delete or truncate on checkins.delivery_report
    execute function house.refuse_change();
revoke update on checkins.delivery_report from stillwater_app;

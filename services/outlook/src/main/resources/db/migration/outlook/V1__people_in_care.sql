create schema outlook;
comment on schema outlook is 'Who would be stopped on a day to come, by which row.';

create table outlook.person_in_care (
    patient_id      uuid        primary key,
    request_id      uuid        not null,
    reference       text        not null,
    state           text        not null check (state ~ '^[A-Z]{2}$'),
    zone            text        not null,
    physician_id    uuid        not null,
    pharmacy_id     uuid        not null,
    filled_on       date,
    days_supply     integer     not null,
    covered_through date        not null,
    evaluated       boolean     not null,
    forms           text        not null,
    facts           text        not null,
    in_care         boolean     not null,
    read_at         timestamptz not null,
    constraint some_days check (days_supply > 0)
);
create index person_in_care_by_medicine on outlook.person_in_care (covered_through, patient_id) where in_care;
create index person_in_care_by_physician on outlook.person_in_care (physician_id, state) where in_care;
create index person_in_care_by_pharmacy on outlook.person_in_care (pharmacy_id, state) where in_care;
create index person_in_care_by_reference on outlook.person_in_care (reference);
comment on table outlook.person_in_care is
    'Each patient with a signed prescription: whose patient, how long the medicine lasts, and what dated rules read about '
    'them. Copied from other rooms when they tell news; no name, no address.';
alter table outlook.person_in_care enable row level security;
alter table outlook.person_in_care force row level security;
-- Who acts is asked once a statement, not once for each of a hundred thousand rows.
create policy program on outlook.person_in_care using ((select house.acting_as('SYSTEM')));
create policy compliance_reads on outlook.person_in_care for select using ((select house.acting_as('COMPLIANCE')));

create table outlook.tally (
    id          uuid        primary key,
    at          timestamptz not null,
    day         date        not null,
    supposition text        not null,
    stage       text        not null,
    people      integer     not null,
    done        integer     not null,
    counts      text,
    asked_at    timestamptz not null,
    finished_at timestamptz,
    version     integer     not null,
    constraint stage_known check (stage in ('COUNTING', 'DONE', 'FAILED')),
    constraint done_with_counts check ((stage = 'DONE') = (counts is not null)),
    constraint over_at_a_time check ((stage = 'COUNTING') = (finished_at is null))
);
create index tally_latest on outlook.tally (day, supposition, asked_at);
comment on table outlook.tally is
    'No health information: numbers only. Each count of everybody in care, for an instant to come: how far it is, and what '
    'came out.';

create table outlook.loss (
    id              bigint generated always as identity primary key,
    credential_id   uuid        not null,
    physician_id    uuid,
    pharmacy_id     uuid,
    state           text,
    everywhere      boolean     not null,
    lost_at         timestamptz not null,
    people          integer     not null,
    first_out_on    date,
    constraint lost_once unique (credential_id, lost_at),
    constraint lost_by_one_or_by_us check (num_nonnulls(physician_id, pharmacy_id) <= 1),
    constraint lost_somewhere check (everywhere or state is not null)
);
create index loss_latest on outlook.loss (lost_at);
comment on table outlook.loss is
    'No health information: numbers only. Each license or registration that ended being good, and how many people in care '
    'stood on it at that moment. Append-only.';
create trigger append_only before update or delete or truncate on outlook.loss
    for each statement execute function house.refuse_change();

call house.open_to_application('outlook');
revoke update on outlook.loss from stillwater_app;

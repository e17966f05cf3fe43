create table billing.notice (
    id          text primary key,                       -- Stripe's event id; a repeated one changes nothing
    type        text        not null,
    object_id   text,
    patient_id  uuid,
    stage       text        not null,
    payload     text        not null,
    received_at timestamptz not null,
    read_at     timestamptz,
    version     integer     not null,
    constraint notice_stage check (stage in ('KEPT', 'DONE', 'IGNORED', 'UNREADABLE'))
);
create index notice_by_patient on billing.notice (patient_id);
create index notice_kept on billing.notice (received_at) where stage = 'KEPT';
comment on table billing.notice is 'What Stripe''s webhooks said, word for word. Believed only after asking Stripe.';

create table billing.timeline (
    id         bigint generated always as identity primary key,
    patient_id uuid        not null,
    at         timestamptz not null,
    words      text        not null,
    reference  text
);
create index timeline_by_patient on billing.timeline (patient_id, at);
create trigger timeline_is_append_only before update or delete or truncate on billing.timeline
    execute function house.refuse_change();
comment on table billing.timeline is 'What happened to an account, here and at Stripe, in order.';

create table billing.alarm (
    id         bigint generated always as identity primary key,
    patient_id uuid,
    at         timestamptz not null,
    what       text        not null
);
create trigger alarm_is_append_only before update or delete or truncate on billing.alarm
    execute function house.refuse_change();
comment on table billing.alarm is 'What a person must look at, because the program could not settle it.';

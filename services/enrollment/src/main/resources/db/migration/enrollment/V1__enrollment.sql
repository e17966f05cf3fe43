create schema enrollment;
comment on schema enrollment is 'Who is in the program, what they told us, what they agreed to.';

create table enrollment.assessment (
    id          uuid primary key,
    patient_id  uuid,
    answers     text        not null,
    begun_at    timestamptz not null,
    finished_at timestamptz,
    outcome     text,
    version     integer     not null,
    constraint finished_with_an_outcome check ((finished_at is null) = (outcome is null))
);
create index assessment_by_patient on enrollment.assessment (patient_id);
comment on table enrollment.assessment is
    'Answers given before any account. Whoever holds the id may read them, until a patient takes them over.';
alter table enrollment.assessment enable row level security;
alter table enrollment.assessment force row level security;
create policy program on enrollment.assessment using (house.acting_as('SYSTEM'));
create policy visitor on enrollment.assessment
    using (house.acting_as('VISITOR') and id = house.actor_id() and patient_id is null);
create policy patient on enrollment.assessment using (house.is_patient(patient_id));
create policy physician on enrollment.assessment for select using (house.acting_as('PHYSICIAN') and patient_id is not null);

create table enrollment.waiting_list (
    id       uuid primary key,
    email    text        not null,
    state    text        not null,
    asked_at timestamptz not null,
    constraint asked_once_per_state unique (email, state)
);
comment on table enrollment.waiting_list is 'Who wants to hear from us when a state opens. Nothing they answered is kept with it.';
alter table enrollment.waiting_list enable row level security;
alter table enrollment.waiting_list force row level security;
create policy program on enrollment.waiting_list using (house.acting_as('SYSTEM'));

create table enrollment.patient (
    id                 uuid primary key,
    email              text        not null,
    name               text,
    date_of_birth      date,
    phone              text,
    line1              text,
    line2              text,
    city               text,
    postal_code        text,
    state              text,
    county_fips        text,
    zone               text,
    sex                text,
    previous_states    text,
    address_status     text,
    address_checked_at timestamptz,
    texts_stopped_at   timestamptz,
    version            integer     not null,
    constraint told_as_a_whole check (num_nulls(name, date_of_birth, phone, line1, city, postal_code, state, county_fips, zone,
        previous_states) in (0, 10)),
    constraint address_status_known check (address_status in ('VALID', 'INVALID', 'UNKNOWN'))
);
comment on table enrollment.patient is 'Who a patient is, where they live, and how to reach them.';
alter table enrollment.patient enable row level security;
alter table enrollment.patient force row level security;
create policy program on enrollment.patient using (house.acting_as('SYSTEM'));
create policy patient on enrollment.patient using (house.is_patient(id));
create policy physician on enrollment.patient for select using (house.acting_as('PHYSICIAN'));

create table enrollment.request (
    id            uuid primary key,
    patient_id    uuid        not null,
    assessment_id uuid,
    stage         text        not null,
    begun_at      timestamptz not null,
    enrolled_at   timestamptz,
    version       integer     not null,
    constraint one_open_request_per_patient unique (patient_id),
    constraint stage_known check (stage in ('BEGUN', 'STOPPED', 'ENROLLED')),
    constraint enrolled_at_a_time check ((stage = 'ENROLLED') = (enrolled_at is not null))
);
comment on table enrollment.request is 'A patient''s request for a prescription, from the first step of enrollment on.';
alter table enrollment.request enable row level security;
alter table enrollment.request force row level security;
create policy program on enrollment.request using (house.acting_as('SYSTEM'));
create policy patient on enrollment.request using (house.is_patient(patient_id));
create policy physician on enrollment.request for select using (house.acting_as('PHYSICIAN'));

create table enrollment.gate_snapshot (
    id         bigint generated always as identity primary key,
    request_id uuid        not null,
    patient_id uuid        not null,
    at         timestamptz not null,
    allowed    boolean     not null,
    sentences  text        not null,
    snapshot   jsonb       not null
);
create index gate_snapshot_by_request on enrollment.gate_snapshot (request_id, id);
comment on table enrollment.gate_snapshot is
    'Each judgement of the gate at enrollment: rules, facts and answers, as they were. Append-only.';
alter table enrollment.gate_snapshot enable row level security;
alter table enrollment.gate_snapshot force row level security;
create policy program on enrollment.gate_snapshot using (house.acting_as('SYSTEM'));
create policy patient on enrollment.gate_snapshot using (house.is_patient(patient_id));
create policy compliance on enrollment.gate_snapshot for select using (house.acting_as('COMPLIANCE'));

create table enrollment.location (
    id          bigint generated always as identity primary key,
    patient_id  uuid        not null,
    state       text        not null,
    county_fips text        not null,
    zone        text        not null,
    method      text        not null,
    attested_at timestamptz not null,
    constraint method_known check (method in ('attested', 'visit'))
);
create index location_latest on enrollment.location (patient_id, id);
comment on table enrollment.location is 'Where a patient said they were, each time they said it. Append-only.';
alter table enrollment.location enable row level security;
alter table enrollment.location force row level security;
create policy program on enrollment.location using (house.acting_as('SYSTEM'));
create policy patient on enrollment.location using (house.is_patient(patient_id));
create policy physician on enrollment.location using (house.acting_as('PHYSICIAN'));

create table enrollment.consent (
    id         bigint generated always as identity primary key,
    patient_id uuid        not null,
    kind       text        not null,
    version    text        not null,
    status     text        not null,
    text_hash  text        not null,
    typed_name text        not null,
    ip         text        not null,
    at         timestamptz not null,
    constraint status_known check (status in ('SIGNED', 'WITHDRAWN'))
);
create index consent_latest on enrollment.consent (patient_id, kind, id);
comment on table enrollment.consent is
    'What a patient signed or took back: the version, the hash of the text, when, from where. Append-only.';
alter table enrollment.consent enable row level security;
alter table enrollment.consent force row level security;
create policy program on enrollment.consent using (house.acting_as('SYSTEM'));
create policy patient on enrollment.consent using (house.is_patient(patient_id));
create policy physician on enrollment.consent for select using (house.acting_as('PHYSICIAN'));

create table enrollment.identity_check (
    id            uuid primary key,
    patient_id    uuid        not null,
    stage         text        not null,
    about         text        not null,
    return_to     text        not null,
    session       text,
    page          text,
    document      boolean,
    liveness      boolean,
    selfie_match  boolean,
    name_match    boolean,
    birth_match   boolean,
    address_match boolean,
    duplicate     boolean,
    deceased      boolean,
    begun_at      timestamptz not null,
    observed_at   timestamptz,
    version       integer     not null,
    constraint stage_known check (stage in ('PLANNED', 'OPEN', 'VERIFIED', 'FAILED')),
    constraint opened_with_a_session check (stage = 'PLANNED' or (session is not null and page is not null)),
    constraint session_once unique (session)
);
create index identity_check_latest on enrollment.identity_check (patient_id, begun_at);
comment on table enrollment.identity_check is
    'Each time a patient was sent to prove who they are: planned before the vendor is called, answered by the vendor.';
alter table enrollment.identity_check enable row level security;
alter table enrollment.identity_check force row level security;
create policy program on enrollment.identity_check using (house.acting_as('SYSTEM'));
create policy patient on enrollment.identity_check using (house.is_patient(patient_id));
create policy physician on enrollment.identity_check for select using (house.acting_as('PHYSICIAN'));

create table enrollment.identity_notice (
    id          text primary key,
    body        text        not null,
    received_at timestamptz not null,
    settled_at  timestamptz,
    trouble     text
);
comment on table enrollment.identity_notice is 'What the identity vendor sent us, as it came. Kept before it is read.';
alter table enrollment.identity_notice enable row level security;
alter table enrollment.identity_notice force row level security;
create policy program on enrollment.identity_notice using (house.acting_as('SYSTEM'));

create trigger append_only before update or delete or truncate on enrollment.gate_snapshot
    for each statement execute function house.refuse_change();
create trigger append_only before update or delete or truncate on enrollment.location
    for each statement execute function house.refuse_change();
create trigger append_only before update or delete or truncate on enrollment.consent
    for each statement execute function house.refuse_change();

call house.open_to_application('enrollment');
revoke update on enrollment.gate_snapshot, enrollment.location, enrollment.consent, enrollment.waiting_list
    from stillwater_app;

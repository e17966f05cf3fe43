create schema visits;
comment on schema visits is 'Live video visits: booked, held, noted.';

create table visits.visit (
    id               uuid primary key,
    request_id       uuid        not null,
    patient_id       uuid        not null,
    physician_id     uuid        not null,
    starts_at        timestamptz not null,
    zone             text        not null,
    stage            text        not null,
    county_fips      text,
    started_at       timestamptz,
    finished_at      timestamptz,
    modality         text,
    history          text,
    records          text,
    diagnosis        text,
    diagnosis_code   text,
    prior_treatments text,
    plan             text,
    booked_at        timestamptz not null,
    version          integer     not null,
    constraint stage_known check (stage in ('BOOKED', 'STARTED', 'FINISHED', 'CANCELED')),
    constraint modality_known check (modality in ('VIDEO', 'AUDIO', 'NONE')),
    constraint finished_with_a_modality check ((stage = 'FINISHED') = (finished_at is not null and modality is not null)),
    constraint met_somewhere check ((started_at is null) = (county_fips is null)),
    constraint noted_as_a_whole check (
        num_nulls(history, records, diagnosis, diagnosis_code, prior_treatments, plan) in (0, 6)),
    constraint video_is_started_and_noted check (modality <> 'VIDEO' or (started_at is not null and plan is not null))
);
create unique index physician_time_once on visits.visit (physician_id, starts_at) where stage in ('BOOKED', 'STARTED');
create unique index one_open_visit_per_request on visits.visit (request_id) where stage in ('BOOKED', 'STARTED');
create index visit_by_patient on visits.visit (patient_id, booked_at);
comment on table visits.visit is 'A visit: when, between whom, where the patient was, and the note.';
alter table visits.visit enable row level security;
alter table visits.visit force row level security;
create policy program on visits.visit using (house.acting_as('SYSTEM'));
create policy patient on visits.visit using (house.is_patient(patient_id));
create policy physician_reads on visits.visit for select using (house.acting_as('PHYSICIAN'));
create policy physician_writes on visits.visit for update
    using (house.acting_as('PHYSICIAN') and physician_id = house.actor_id());

create table visits.pdmp_review (
    id           bigint generated always as identity primary key,
    request_id   uuid        not null,
    patient_id   uuid        not null,
    physician_id uuid        not null,
    state        text        not null,
    report_id    text        not null,
    findings     text        not null,
    reviewed_at  timestamptz not null
);
create index pdmp_review_by_request on visits.pdmp_review (request_id, state, id);
comment on table visits.pdmp_review is
    'Each prescription-monitoring report a physician read for a request. Append-only.';
alter table visits.pdmp_review enable row level security;
alter table visits.pdmp_review force row level security;
create policy program on visits.pdmp_review using (house.acting_as('SYSTEM'));
create policy patient on visits.pdmp_review for select using (house.is_patient(patient_id));
create policy physician_reads on visits.pdmp_review for select using (house.acting_as('PHYSICIAN'));
create policy physician_writes on visits.pdmp_review for insert
    with check (house.acting_as('PHYSICIAN') and physician_id = house.actor_id());
create trigger append_only before update or delete or truncate on visits.pdmp_review
    for each statement execute function house.refuse_change();

call house.open_to_application('visits');
revoke update on visits.pdmp_review from stillwater_app;

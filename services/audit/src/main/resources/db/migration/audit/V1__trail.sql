create schema audit;

create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_kind   text        not null,
    actor_id     uuid        not null,
    actor_name   text        not null,
    organization uuid,
    action       text        not null,
    subject      uuid,
    about        text        not null
);
create index entries_of_a_patient on audit.entry (subject, id) where subject is not null;
create index entries_in_time on audit.entry (at);
comment on table audit.entry is
    'Who did or saw what to whom, and when. Says that somebody is a patient, so it is guarded like health information.';

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy every_act_is_written_down on audit.entry for insert with check (true);
create policy compliance_reads_all_and_patients_their_own on audit.entry for select
    using (house.acting_as('SYSTEM', 'COMPLIANCE') or house.is_patient(subject));

create trigger entries_stay before update or delete or truncate on audit.entry
    execute function house.refuse_change();

call house.open_to_application('audit');
revoke update on audit.entry from stillwater_app;

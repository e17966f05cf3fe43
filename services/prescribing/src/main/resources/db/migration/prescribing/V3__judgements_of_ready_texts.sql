-- What the gate said when a text was to be marked ready. What it says at the signature stands with the signing or with
-- the decision.
create table prescribing.judgement (
    id           bigint generated always as identity primary key,
    request_id   uuid        not null,
    patient_id   uuid        not null,
    physician_id uuid        not null,
    at           timestamptz not null,
    allowed      boolean     not null,
    snapshot     text        not null
);
create index judgement_by_request on prescribing.judgement (request_id, at);
comment on table prescribing.judgement is 'What the gate said about a text to be marked ready, with every fact it was told.';

alter table prescribing.judgement enable row level security;
alter table prescribing.judgement force row level security;
create policy for_work on prescribing.judgement using (
    house.acting_as('SYSTEM') or (house.acting_as('PHYSICIAN') and physician_id = house.actor_id()));
create trigger append_only before update or delete or truncate on prescribing.judgement
    execute function house.refuse_change();
grant select, insert on prescribing.judgement to stillwater_app;

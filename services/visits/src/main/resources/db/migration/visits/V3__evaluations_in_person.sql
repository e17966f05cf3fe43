-- Once a physician has evaluated a patient in person, federal law asks no more of these two (21 U.S.C. 829(e)).
create table visits.evaluation_in_person (
    id             uuid        primary key,
    patient_id     uuid        not null,
    physician_id   uuid        not null,
    held_on        date        not null,
    place          text        not null,
    others_present text        not null,
    document       text        not null,
    recorded_at    timestamptz not null,
    constraint evaluated_somewhere check (place ~ '\S'),
    constraint documented check (document ~ '\S'),
    constraint evaluated_by_another check (patient_id <> physician_id)
);
create index evaluation_in_person_by_patient on visits.evaluation_in_person (patient_id, held_on);
create index evaluation_in_person_by_physician on visits.evaluation_in_person (physician_id, held_on);
comment on table visits.evaluation_in_person is
    'Each time a physician says they evaluated a patient in person: when, where, who else was there, and the document. '
    'Append-only.';

create table visits.struck_evaluation (
    evaluation_id uuid        primary key references visits.evaluation_in_person (id),
    patient_id    uuid        not null,
    physician_id  uuid        not null,
    reason        text        not null,
    struck_at     timestamptz not null,
    constraint struck_for_a_reason check (reason ~ '\S')
);
comment on table visits.struck_evaluation is
    'Evaluations that were recorded by mistake, and why: they stay on record and count no more. Append-only.';

alter table visits.evaluation_in_person enable row level security;
alter table visits.evaluation_in_person force row level security;
create policy program on visits.evaluation_in_person for select using (house.acting_as('SYSTEM'));
create policy patient on visits.evaluation_in_person for select using (house.is_patient(patient_id));
create policy staff_reads on visits.evaluation_in_person for select using (house.acting_as('PHYSICIAN', 'COMPLIANCE'));
-- Only the one who was there says so: not even the program may.
create policy physician_writes on visits.evaluation_in_person for insert
    with check (house.acting_as('PHYSICIAN') and physician_id = house.actor_id());

alter table visits.struck_evaluation enable row level security;
alter table visits.struck_evaluation force row level security;
create policy program on visits.struck_evaluation for select using (house.acting_as('SYSTEM'));
create policy patient on visits.struck_evaluation for select using (house.is_patient(patient_id));
create policy staff_reads on visits.struck_evaluation for select using (house.acting_as('PHYSICIAN', 'COMPLIANCE'));
create policy physician_writes on visits.struck_evaluation for insert
    with check (house.acting_as('PHYSICIAN') and physician_id = house.actor_id());

create trigger append_only before update or delete or truncate on visits.evaluation_in_person
    for each statement execute function house.refuse_change();
create trigger append_only before update or delete or truncate on visits.struck_evaluation
    for each statement execute function house.refuse_change();

grant select, insert on visits.evaluation_in_person, visits.struck_evaluation to stillwater_app;

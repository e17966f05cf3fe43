create table billing.leave (
    subscription_id uuid primary key references billing.subscription (id),
    patient_id      uuid        not null,
    asked_at        timestamptz not null,
    told_at         timestamptz                         -- when Stripe knew; until then it is asked again
);
create index leave_by_patient on billing.leave (patient_id);
comment on table billing.leave is 'A patient asked to end a plan: the intention, and when Stripe was told.';

alter table billing.leave enable row level security;
alter table billing.leave force row level security;
create policy the_program on billing.leave using (house.acting_as('SYSTEM'));
create policy billing_staff on billing.leave for select using (house.acting_as('BILLING'));
create policy the_patient on billing.leave for select using (house.is_patient(patient_id));
create policy the_patient_asks on billing.leave for insert with check (house.is_patient(patient_id));

call house.open_to_application('billing');

-- Prescriptions on their way to a certified vendor of electronic prescribing, where one is connected.
create table prescribing.vendor_filing (
    decision_id uuid        primary key references prescribing.decision (id),
    patient_id  uuid        not null,
    state       text        not null check (state in ('PLANNED', 'SENT_UNKNOWN', 'DONE', 'REFUSED')),
    reference   text,
    attempts    integer     not null,
    since       timestamptz not null,
    constraint done_has_a_reference check ((state = 'DONE') = (reference is not null))
);
comment on table prescribing.vendor_filing is 'What we told the vendor of electronic prescribing, and what came of it.';
alter table prescribing.vendor_filing enable row level security;
alter table prescribing.vendor_filing force row level security;
create policy the_program on prescribing.vendor_filing using (house.acting_as('SYSTEM'));
create policy who_signs_plans on prescribing.vendor_filing for insert with check (
    house.acting_as('PHYSICIAN') and state = 'PLANNED');
create policy compliance_reads on prescribing.vendor_filing for select using (house.acting_as('COMPLIANCE'));
create function prescribing.keep_what_came_of_it() returns trigger language plpgsql as $$
begin
    if old.state in ('DONE', 'REFUSED') or new.decision_id <> old.decision_id or new.patient_id <> old.patient_id then
        raise exception 'filing %: what came of it stays', old.decision_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_what_came_of_it before update on prescribing.vendor_filing
    for each row execute function prescribing.keep_what_came_of_it();
grant select, insert, update on prescribing.vendor_filing to stillwater_app;
grant execute on function prescribing.keep_what_came_of_it() to stillwater_app;

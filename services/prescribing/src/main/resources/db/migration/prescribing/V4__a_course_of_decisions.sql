-- More decisions than yes and no: renew, change and stop a prescription, refer to a clinic; and one that takes the place
-- of another. Nothing is ever changed; what holds is read from what came later.
create function prescribing.prescribes(verdict text) returns boolean language sql immutable as $$
    select verdict in ('APPROVE', 'RENEW', 'CHANGE')
$$;

alter table prescribing.decision
    add column about uuid references prescribing.decision (id),
    drop constraint decision_verdict_check,
    drop constraint approved_for_a_pharmacy,
    drop constraint declined_for_a_reason,
    add constraint a_known_verdict check (verdict in ('APPROVE', 'DECLINE', 'REFER', 'RENEW', 'CHANGE', 'STOP')),
    add constraint prescribed_for_a_pharmacy check (
        (verdict in ('APPROVE', 'RENEW', 'CHANGE')) = (pharmacy_id is not null)),
    add constraint decided_for_a_reason check (
        (verdict in ('DECLINE', 'REFER', 'CHANGE', 'STOP')) = (reason is not null)),
    add constraint about_a_prescription check ((verdict in ('RENEW', 'CHANGE', 'STOP')) = (about is not null));

-- Beside one first decision of each request: one claim makes one decision.
create unique index one_decision_per_claim on prescribing.decision (request_id, fence);
create index decision_by_what_it_is_about on prescribing.decision (about) where about is not null;

-- The ledger of days of supply: what left a pharmacy, of which prescription.
create table prescribing.fill (
    order_id    uuid        primary key,
    decision_id uuid        not null references prescribing.decision (id),
    patient_id  uuid        not null,
    number      integer     not null,
    filled_on   date        not null,
    quantity    integer     not null check (quantity > 0),
    days_supply integer     not null check (days_supply > 0),
    at          timestamptz not null,
    constraint one_number_per_fill unique (decision_id, number),
    constraint five_refills_at_most check (number between 1 and 6)
);
create index fill_by_patient on prescribing.fill (patient_id);
comment on table prescribing.fill is 'What was filled of which prescription. Append-only.';

alter table prescribing.fill enable row level security;
alter table prescribing.fill force row level security;
create policy the_program on prescribing.fill using (house.acting_as('SYSTEM'));
create policy read on prescribing.fill for select using (
    house.acting_as('PHYSICIAN', 'COMPLIANCE') or house.is_patient(patient_id));
create trigger append_only before update or delete or truncate on prescribing.fill execute function house.refuse_change();
grant select, insert on prescribing.fill to stillwater_app;

-- 21 CFR 1306.22: within six months of issue, no oftener than authorized, no more than prescribed.
create function prescribing.check_the_fill() returns trigger language plpgsql as $$
declare
    prescription prescribing.decision;
    written      jsonb;
begin
    select * into prescription from prescribing.decision where id = new.decision_id;
    written := prescription.shown::jsonb -> 'prescription';
    if not found or not prescribing.prescribes(prescription.verdict) or prescription.patient_id <> new.patient_id then
        raise exception 'fill %: of no prescription of this patient', new.order_id using errcode = 'check_violation';
    end if;
    if new.filled_on < prescription.issue_date or new.filled_on > prescription.issue_date + interval '6 months' then
        raise exception 'fill %: not within six months of issue', new.order_id using errcode = 'check_violation';
    end if;
    if new.number > 1 + least(5, (written ->> 'refills')::integer) then
        raise exception 'fill %: more refills than authorized', new.order_id using errcode = 'check_violation';
    end if;
    if new.quantity > (written ->> 'quantity')::integer then
        raise exception 'fill %: more than prescribed', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger check_the_fill before insert on prescribing.fill
    for each row execute function prescribing.check_the_fill();

-- Two who sign for one patient sign one after the other.
create function prescribing.hold_course(patient uuid) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('prescribing.course ' || patient, 0))
$$;

-- Whether a decision was corrected, not counting a correction that is itself about to be corrected.
create function prescribing.corrected(decision uuid, without uuid) returns boolean language sql stable as $$
    select exists (select from prescribing.decision c where c.supersedes = decision and c.id is distinct from without)
$$;

-- The prescription that may be renewed, changed or stopped: the latest that nothing took the place of.
create function prescribing.in_force(patient uuid, without uuid) returns uuid language sql stable as $$
    select p.id from prescribing.decision p
    where p.patient_id = patient and prescribing.prescribes(p.verdict) and p.id is distinct from without
        and not prescribing.corrected(p.id, without)
        and not exists (
            select from prescribing.decision l
            where l.about = p.id and l.id is distinct from without and not prescribing.corrected(l.id, without))
    order by p.signed_at desc, p.leaf desc limit 1
$$;

-- The last day for which there is medicine, or will be when what is signed is filled: each supply begins when it is
-- there, or when the one before it ends.
create function prescribing.covered_through(patient uuid, today date, replaced uuid[]) returns date
language plpgsql stable as $$
declare
    supply  record;
    through date;
begin
    for supply in
        select f.filled_on as begins, f.days_supply as days from prescribing.fill f where f.patient_id = patient
        union all
        select p.issue_date, (p.shown::jsonb #>> '{prescription,daysSupply}')::integer from prescribing.decision p
        where p.patient_id = patient and prescribing.prescribes(p.verdict) and p.id <> all (replaced)
            and today <= (p.shown::jsonb #>> '{prescription,expiresOn}')::date
            and not prescribing.corrected(p.id, null)
            and not exists (
                select from prescribing.decision l
                where l.about = p.id and l.verdict in ('CHANGE', 'STOP') and not prescribing.corrected(l.id, null))
            and not exists (select from prescribing.fill f where f.decision_id = p.id)
        order by 1
    loop
        through := greatest(supply.begins, coalesce(through + 1, supply.begins)) + supply.days - 1;
    end loop;
    return through;
end $$;

-- Strength is a number, form a name: two doses are the same when every part is.
create function prescribing.same_dose(one jsonb, other jsonb) returns boolean language sql immutable as $$
    select one ->> 'drug' = other ->> 'drug' and one ->> 'form' = other ->> 'form'
        and (one ->> 'strengthMg')::numeric = (other ->> 'strengthMg')::numeric
        and (one ->> 'unitsPerDose')::integer = (other ->> 'unitsPerDose')::integer
        and (one ->> 'dosesPerPeriod')::bigint * (other ->> 'daysSupply')::bigint
            = (other ->> 'dosesPerPeriod')::bigint * (one ->> 'daysSupply')::bigint
$$;

create function prescribing.check_what_it_names(d prescribing.decision, text jsonb) returns void language plpgsql as $$
declare
    there    uuid := prescribing.in_force(d.patient_id, d.supersedes);
    medicine jsonb;
begin
    if (text ->> 'about', text ->> 'supersedes', text ->> 'verdict')
        is distinct from (d.about::text, d.supersedes::text, d.verdict)
    then
        perform prescribing.refuse_decision(d.id, 'it names something else than its text');
    end if;
    if d.supersedes is not null and not exists (
        select from prescribing.decision e
        where e.id = d.supersedes and e.patient_id = d.patient_id)
    then
        perform prescribing.refuse_decision(d.id, 'it corrects a decision about somebody else');
    end if;
    if d.about is not null and d.about is distinct from there then
        perform prescribing.refuse_decision(d.id, 'the prescription it is about is not in force');
    end if;
    if d.verdict = 'APPROVE' and there is not null then
        perform prescribing.refuse_decision(d.id, 'a prescription is in force already');
    end if;
    if d.verdict = 'RENEW' then
        select e.shown::jsonb -> 'prescription' into medicine from prescribing.decision e where e.id = d.about;
        if not coalesce(prescribing.same_dose(text -> 'prescription', medicine), false) then
            perform prescribing.refuse_decision(d.id, 'a renewal keeps medicine and dose');
        end if;
    end if;
end $$;

-- Schedule III (21 CFR 1306.22), and no supply on top of another.
create function prescribing.check_supply(d prescribing.decision, text jsonb, gate jsonb) returns void
language plpgsql as $$
declare
    medicine  jsonb   := text -> 'prescription';
    tolerance integer := (gate #>> '{configuration,earlyRefillToleranceDays}')::integer;
    through   date    := prescribing.covered_through(d.patient_id, d.issue_date, array_remove(
        array [d.supersedes, case when d.verdict = 'CHANGE' then d.about end], null));
begin
    if coalesce((medicine ->> 'refills')::integer not between 0 and 5, true)
        or coalesce((medicine ->> 'expiresOn')::date > d.issue_date + interval '6 months', true)
        or coalesce((medicine ->> 'daysSupply')::integer < 1, true)
        or coalesce((medicine ->> 'quantity')::integer
            <> (medicine ->> 'unitsPerDose')::integer * (medicine ->> 'dosesPerPeriod')::integer, true)
    then
        perform prescribing.refuse_decision(d.id, 'beyond the limits of Schedule III');
    end if;
    if tolerance is null or d.issue_date < through + 1 - tolerance then
        perform prescribing.refuse_decision(d.id, 'the supply so far lasts');
    end if;
end $$;

create function prescribing.check_the_course() returns trigger language plpgsql as $$
declare
    text jsonb := new.shown::jsonb;
begin
    perform prescribing.hold_course(new.patient_id);
    perform prescribing.check_what_it_names(new, text);
    if prescribing.prescribes(new.verdict) then
        perform prescribing.check_supply(new, text, new.bundle::jsonb -> 'gate');
    end if;
    return new;
end $$;
-- The last of them: triggers run in the order of their names.
create trigger keeps_the_course before insert on prescribing.decision
    for each row execute function prescribing.check_the_course();

-- What bound an approval binds whatever prescribes.
create or replace function prescribing.check_verdicts(d prescribing.decision, bundle jsonb) returns void
language plpgsql as $$
declare
    gate   jsonb  := bundle -> 'gate';
    needed text[] := case when prescribing.prescribes(d.verdict) then '{D05,D06,D35,D36}'::text[] else '{D05,D35,D36}' end;
begin
    if exists (select from unnest(needed) n where not prescribing.passed(gate, n)) then
        perform prescribing.refuse_decision(d.id, 'a row that must be asked did not pass');
    end if;
    if prescribing.prescribes(d.verdict) and (
        bundle ->> 'bindingRows' is distinct from 'all' or gate ->> 'allowed' is distinct from 'true'
        or exists (select from jsonb_array_elements(gate -> 'verdicts') v where v ->> 'answer' is distinct from 'PASS'))
    then
        perform prescribing.refuse_decision(d.id, 'the gate did not allow it');
    end if;
end $$;

create or replace function prescribing.check_dates(d prescribing.decision, gate jsonb) returns void language plpgsql as $$
declare
    facts   jsonb := gate -> 'facts';
    rules   jsonb := gate -> 'configuration';
    holder  jsonb := facts -> 'prescriber';
    place   text  := facts #>> '{location,state}';
    zone    text  := rules #>> array ['stateZones', place];
    federal text  := rules ->> 'federalZone';
begin
    if holder ->> 'id' is distinct from d.physician_id::text
        or not prescribing.runs(holder #> array ['licenses', place], d.signed_at, zone)
    then
        perform prescribing.refuse_decision(d.id, 'the license does not run');
    end if;
    if not prescribing.prescribes(d.verdict) then
        return;
    end if;
    if (holder #>> '{epcs,accessRevokedAt}')::timestamptz <= d.signed_at then
        perform prescribing.refuse_decision(d.id, 'the access to signing was revoked');
    end if;
    if not prescribing.runs(holder #> array ['deaRegistrations', place], d.signed_at, federal) then
        perform prescribing.refuse_decision(d.id, 'the DEA registration does not run');
    end if;
    if rules -> 'cdsStates' ? place
        and not prescribing.runs(holder #> array ['cdsRegistrations', place], d.signed_at, zone)
    then
        perform prescribing.refuse_decision(d.id, 'the state registration does not run');
    end if;
    if facts #>> '{pharmacy,id}' is distinct from d.pharmacy_id::text then
        perform prescribing.refuse_decision(d.id, 'another pharmacy was judged');
    end if;
    if coalesce((rules #>> '{federalBasis,temporaryRuleEndsAt}')::timestamptz < d.signed_at, true)
        and not exists (
            select from jsonb_array_elements(coalesce(facts #> '{federal,inPersonRegister,evaluations}', '[]')) e
            where e ->> 'practitionerId' = d.physician_id::text and e ->> 'evidenceDocument' is not null
                and (e ->> 'on')::date <= (d.signed_at at time zone zone)::date)
        and facts #> '{federal,covering}' is null
        and holder -> 'specialRegistration' is null
    then
        perform prescribing.refuse_decision(d.id, 'the temporary rule has ended');
    end if;
    if exists (
        select from jsonb_array_elements(coalesce(facts -> 'holds', '[]')) h
        where coalesce((h ->> 'placedAt')::timestamptz <= d.signed_at, true)
            and coalesce((h ->> 'releasedAt')::timestamptz > d.signed_at, true))
    then
        perform prescribing.refuse_decision(d.id, 'something is on hold');
    end if;
end $$;

grant execute on all functions in schema prescribing to stillwater_app;

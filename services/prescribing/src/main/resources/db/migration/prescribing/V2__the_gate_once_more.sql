-- The gate once more, by the database itself, from the evidence that the row carries: whoever writes a decision past all
-- Java writes it with evidence that holds, of this moment, by rules in force, within every date.
create function prescribing.refuse_decision(id uuid, why text) returns void language plpgsql as $$
begin
    raise exception 'decision %: %', id, why using errcode = 'check_violation';
end $$;

-- Only a superuser can say that a database's clock is moved by hand, as a demonstration's and a test's is. What a session
-- says of itself counts nothing.
create function prescribing.is_now(instant timestamptz) returns boolean language sql volatile as $$
    select abs(extract(epoch from clock_timestamp() - instant)) < 30 or exists (
        select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        where d.datname = current_database() and s.setrole = 0 and 'house.clock=moved' = any (s.setconfig))
$$;

create function prescribing.passed(gate jsonb, asked text) returns boolean language sql immutable as $$
    select exists (
        select from jsonb_array_elements(gate -> 'verdicts') v where v ->> 'row' = asked and v ->> 'answer' = 'PASS')
$$;

-- A credential that is active, not suspended yet, and whose last day is not over in its zone. No end is no end known.
create function prescribing.runs(credential jsonb, instant timestamptz, zone text) returns boolean
language sql stable as $$
    select coalesce(
        credential ->> 'status' = 'active'
            and (credential ->> 'expiresOn')::date >= (instant at time zone zone)::date
            and (credential ->> 'suspendedFrom' is null or (credential ->> 'suspendedFrom')::timestamptz > instant),
        false)
$$;

-- The evidence is of this very decision, judged at the moment it is signed, by rules that two persons approved.
create function prescribing.check_evidence(d prescribing.decision, bundle jsonb) returns void language plpgsql as $$
declare
    gate  jsonb := bundle -> 'gate';
    rules jsonb := gate #> '{facts,rulePack}';
begin
    if (bundle ->> 'decision', bundle ->> 'request', bundle ->> 'patient', bundle ->> 'verdict', bundle ->> 'textHash',
            bundle #>> '{signer,id}', gate #>> '{actor,kind}', gate #>> '{actor,id}', gate ->> 'moment')
        is distinct from (d.id::text, d.request_id::text, d.patient_id::text, d.verdict, d.shown_hash,
            d.physician_id::text, 'PHYSICIAN', d.physician_id::text, 'S')
    then
        perform prescribing.refuse_decision(d.id, 'its evidence is of something else');
    end if;
    if coalesce(abs(extract(epoch from (gate ->> 'at')::timestamptz - d.signed_at)) > 0.001, true) then
        perform prescribing.refuse_decision(d.id, 'not judged when it was signed');
    end if;
    if not prescribing.is_now(d.signed_at) then
        perform prescribing.refuse_decision(d.id, 'not signed now by the database''s clock');
    end if;
    if (rules ->> 'activeVersion', rules ->> 'evaluatedVersion', rules ->> 'status')
        is distinct from (gate ->> 'rulebookVersion', gate ->> 'rulebookVersion', 'active')
        or (select count(distinct by) from jsonb_array_elements_text(rules -> 'approvedBy') by) < 2
    then
        perform prescribing.refuse_decision(d.id, 'not judged by rules in force');
    end if;
end $$;

-- Every row that binds the decision was asked and passed; the rows that make it a decision at all were asked.
create function prescribing.check_verdicts(d prescribing.decision, bundle jsonb) returns void language plpgsql as $$
declare
    gate   jsonb  := bundle -> 'gate';
    needed text[] := case d.verdict when 'APPROVE' then '{D05,D06,D35,D36}' else '{D05,D35,D36}' end;
begin
    if exists (select from unnest(needed) n where not prescribing.passed(gate, n)) then
        perform prescribing.refuse_decision(d.id, 'a row that must be asked did not pass');
    end if;
    if d.verdict = 'APPROVE' and (
        bundle ->> 'bindingRows' is distinct from 'all' or gate ->> 'allowed' is distinct from 'true'
        or exists (select from jsonb_array_elements(gate -> 'verdicts') v where v ->> 'answer' is distinct from 'PASS'))
    then
        perform prescribing.refuse_decision(d.id, 'the gate did not allow it');
    end if;
end $$;

create function prescribing.check_dates(d prescribing.decision, gate jsonb) returns void language plpgsql as $$
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
    if d.verdict = 'DECLINE' then
        return;
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

create function prescribing.check_the_gate() returns trigger language plpgsql as $$
declare
    bundle jsonb := new.bundle::jsonb;
begin
    perform prescribing.check_evidence(new, bundle);
    perform prescribing.check_verdicts(new, bundle);
    perform prescribing.check_dates(new, bundle -> 'gate');
    return new;
end $$;
-- After check_the_signature: triggers run in the order of their names.
create trigger gate_once_more before insert on prescribing.decision
    for each row execute function prescribing.check_the_gate();

grant execute on all functions in schema prescribing to stillwater_app;

-- Where the protocol asks a second physician's signature: exactly what was asked, and who signed that, once.
create table prescribing.second_signature (
    id             uuid        primary key,
    request_id     uuid        not null,
    patient_id     uuid        not null,
    asked_by       uuid        not null,
    pause_id       uuid        not null,
    shown          text        not null,
    hash           text        not null,
    nonce          text        not null,
    asked_at       timestamptz not null,
    signed_by      uuid,
    factor_acr     text,
    factor_at      timestamptz,
    factor_subject text,
    signed_at      timestamptz,
    bundle         text,
    bundle_hash    text,
    leaf           bigint,
    version        integer     not null,
    constraint asked_once_a_pause unique (pause_id),
    constraint second_nonce_is_good_once unique (nonce),
    constraint second_has_a_leaf_of_its_own unique (leaf),
    constraint signed_whole_or_not_at_all check (
        num_nulls(signed_by, factor_acr, factor_at, factor_subject, signed_at, bundle, bundle_hash, leaf) in (0, 8)),
    constraint second_is_another_physician check (signed_by <> asked_by),
    constraint no_one_signs_for_themselves check (patient_id <> signed_by),
    constraint second_with_the_second_factor check (factor_acr = 'gold'),
    constraint second_factor_of_the_signer check (factor_subject = signed_by::text),
    constraint second_factor_is_fresh check (
        factor_at between signed_at - interval '120 seconds' and signed_at + interval '5 seconds'),
    constraint hash_of_what_was_asked check (hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
    constraint hash_of_the_second_bundle check (bundle_hash = encode(sha256(convert_to(bundle, 'UTF8')), 'hex'))
);
create index second_signature_by_request on prescribing.second_signature (request_id, signed_at);
comment on table prescribing.second_signature is
    'A second physician''s signature, asked for and given once. Neither is ever changed.';

alter table prescribing.second_signature enable row level security;
alter table prescribing.second_signature force row level security;
create policy read on prescribing.second_signature for select using (
    house.acting_as('SYSTEM', 'PHYSICIAN', 'COMPLIANCE') or house.is_patient(patient_id));
-- Physicians ask and sign, each for themselves; not even the program may.
create policy ask on prescribing.second_signature for insert with check (
    house.acting_as('PHYSICIAN') and asked_by = house.actor_id() and signed_by is null);
create policy sign on prescribing.second_signature for update using (house.acting_as('PHYSICIAN'))
    with check (house.acting_as('PHYSICIAN') and signed_by = house.actor_id());

create function prescribing.sign_once() returns trigger language plpgsql as $$
begin
    if old.signed_by is not null
        or (new.id, new.request_id, new.patient_id, new.asked_by, new.pause_id, new.shown, new.hash, new.nonce,
                new.asked_at)
            is distinct from
            (old.id, old.request_id, old.patient_id, old.asked_by, old.pause_id, old.shown, old.hash, old.nonce,
                old.asked_at)
    then
        raise exception 'second signature % stays as it is', old.id using errcode = 'restrict_violation';
    end if;
    if not prescribing.is_now(new.signed_at)
        or (new.bundle::jsonb ->> 'second', new.bundle::jsonb ->> 'textHash', new.bundle::jsonb #>> '{signer,id}')
            is distinct from (new.id::text, new.hash, new.signed_by::text)
    then
        raise exception 'second signature %: its evidence is of something else', new.id
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger sign_once before update on prescribing.second_signature
    for each row execute function prescribing.sign_once();
create trigger append_only before delete or truncate on prescribing.second_signature
    execute function house.refuse_change();
grant select, insert, update on prescribing.second_signature to stillwater_app;

-- Above what the protocol in the evidence says, a prescription names a second signature; whatever it names is there, of
-- another physician, for the same medicine in the same dose and amount.
create function prescribing.check_the_second() returns trigger language plpgsql as $$
declare
    text     jsonb   := new.shown::jsonb;
    medicine jsonb   := text -> 'prescription';
    above    numeric := (new.bundle::jsonb #>> '{gate,facts,protocol,secondSignatureAboveMg}')::numeric;
    named    uuid    := (text #>> '{second,id}')::uuid;
begin
    if named is null and prescribing.prescribes(new.verdict)
        and (medicine ->> 'strengthMg')::numeric * (medicine ->> 'unitsPerDose')::integer > above
    then
        perform prescribing.refuse_decision(new.id, 'the protocol asks a second signature');
    end if;
    if named is not null and not exists (
        select from prescribing.second_signature s
        where s.id = named and s.request_id = new.request_id and s.signed_by <> new.physician_id
            and s.asked_by = new.physician_id
            and prescribing.same_dose(s.shown::jsonb -> 'prescription', medicine)
            and (s.shown::jsonb #>> '{prescription,quantity}') = medicine ->> 'quantity'
            and (s.shown::jsonb #>> '{prescription,daysSupply}') = medicine ->> 'daysSupply')
    then
        perform prescribing.refuse_decision(new.id, 'the second signature it names is not one');
    end if;
    return new;
end $$;
create trigger second_where_asked before insert on prescribing.decision
    for each row execute function prescribing.check_the_second();

grant execute on all functions in schema prescribing to stillwater_app;

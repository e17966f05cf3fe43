-- Credentials of more kinds, their history, access to signing, and who was told that something ends.
-- An id as a range of itself: two of them overlap when they are the same, which an index over ranges can tell by itself.
create type licensing.one_id as range (subtype = uuid);

-- What stands already must be seen to be carried over.
select set_config('house.actor_kind', 'SYSTEM', true);

create table licensing.organization (
    id      uuid    primary key,
    name    text    not null,
    version integer not null,
    the_only boolean not null default true,
    constraint there_is_one unique (the_only),
    constraint there_is_no_other check (the_only)
);
comment on table licensing.organization is 'No health information: who runs the program, as it is registered with the states.';

alter table licensing.credential
    add column organization_id  uuid references licensing.organization (id),
    add column renewal_until    date,
    add column issuer           text,
    add column specialty        text,
    add column designated       boolean,
    add column pain_exemption   text,
    add column identity_proofed boolean,
    add column second_factor    text,
    add column changed_at       timestamptz,
    alter column state drop not null,
    alter column expires_on drop not null;
update licensing.credential set changed_at = coalesce(evidence_seen_at, asked_at, now());
alter table licensing.credential
    alter column changed_at set not null,
    drop constraint one_holder,
    drop constraint a_known_kind,
    drop constraint one_of_a_kind_for_a_physician,
    drop constraint one_of_a_kind_for_a_pharmacy,
    add constraint one_holder check (num_nonnulls(physician_id, pharmacy_id, organization_id) = 1),
    add constraint a_known_kind check (case
        when physician_id is not null then kind in ('LICENSE', 'TELEHEALTH_REGISTRATION', 'DEA', 'CDS',
            'BOARD_CERTIFICATION', 'FLORIDA_PROFILE', 'SIGNING_CREDENTIAL')
        when pharmacy_id is not null then kind in ('PHARMACY_LICENSE', 'PHARMACY_REGISTRATION', 'PHARMACY_DEA')
        else kind = 'ORGANIZATION_REGISTRATION' end),
    add constraint a_state_unless_national check (
        (state is null) = (kind in ('BOARD_CERTIFICATION', 'SIGNING_CREDENTIAL'))),
    add constraint an_end_unless_it_has_none check (
        expires_on is not null or kind in ('BOARD_CERTIFICATION', 'FLORIDA_PROFILE', 'SIGNING_CREDENTIAL')),
    add constraint ends_after_it_begins check (expires_on >= valid_from),
    add constraint a_known_second_factor check (
        second_factor in ('CURRENT', 'EXPIRED', 'REVOKED', 'LOST', 'COMPROMISED'));
-- A board certifies in more than one specialty; of everything else there is one at a time.
create unique index one_of_a_kind_for_a_physician on licensing.credential (physician_id, kind, state)
    nulls not distinct where physician_id is not null and kind <> 'BOARD_CERTIFICATION';
create unique index one_certificate_once on licensing.credential (physician_id, number)
    where kind = 'BOARD_CERTIFICATION';
create unique index one_of_a_kind_for_a_pharmacy on licensing.credential (pharmacy_id, kind, state)
    where pharmacy_id is not null;
create unique index one_of_a_kind_for_an_organization on licensing.credential (organization_id, kind, state)
    where organization_id is not null;
comment on table licensing.credential is
    'A license or registration as it stands now: what its holder told, and what its source last said. Locked while a decision is signed. Its past stands in term.';

-- How it stood, from when until when: written by the database itself, whoever changes the credential and however.
create table licensing.term (
    id               bigint generated always as identity primary key,
    credential_id    uuid        not null references licensing.credential (id),
    from_at          timestamptz not null,
    until_at         timestamptz,
    number           text        not null,
    address_state    text,
    valid_from       date        not null,
    expires_on       date,
    renewal_until    date,
    license_type     text,
    schedules        text        not null,
    status           text,
    encumbered       boolean,
    suspended_from   timestamptz,
    issuer           text,
    specialty        text,
    designated       boolean,
    pain_exemption   text,
    identity_proofed boolean,
    second_factor    text,
    told_by_kind     text        not null default house.actor_kind(),
    told_by          uuid                 default house.actor_id(),
    constraint term_ends_after_it_begins check (until_at >= from_at),
    constraint one_term_at_a_time exclude using gist (
        licensing.one_id(credential_id, credential_id, '[]') with &&, tstzrange(from_at, until_at) with &&)
);
comment on table licensing.term is
    'No health information: how each credential stood, in terms that follow one another. A change closes one and opens the next.';

create function licensing.facts_of(held licensing.credential) returns jsonb language sql stable as
$$ select to_jsonb(held) - array['version', 'asked_at', 'silent_since', 'changed_at',
    'evidence_source', 'evidence_id', 'evidence_seen_at'] $$;

create procedure licensing.open_term(held licensing.credential) language sql as
$$ insert into licensing.term (credential_id, from_at, number, address_state, valid_from, expires_on, renewal_until,
        license_type, schedules, status, encumbered, suspended_from, issuer, specialty, designated, pain_exemption,
        identity_proofed, second_factor)
    values (held.id, held.changed_at, held.number, held.address_state, held.valid_from, held.expires_on,
        held.renewal_until, held.license_type, held.schedules, held.status, held.encumbered, held.suspended_from,
        held.issuer, held.specialty, held.designated, held.pain_exemption, held.identity_proofed, held.second_factor) $$;

-- With the owner's rights: the application itself may not write here.
create function licensing.keep_the_history() returns trigger language plpgsql
    security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' then
        if licensing.facts_of(old) = licensing.facts_of(new) then
            return null;
        end if;
        if new.changed_at < old.changed_at then
            raise exception 'credential %: a change earlier than the last one', old.id using errcode = 'restrict_violation';
        end if;
        update licensing.term set until_at = new.changed_at where credential_id = new.id and until_at is null;
    end if;
    call licensing.open_term(new);
    return null;
end $$;
create trigger keep_the_history after insert or update on licensing.credential
    for each row execute function licensing.keep_the_history();

create function licensing.close_only() returns trigger language plpgsql as $$
begin
    if old.until_at is not null or new.until_at is null
        or to_jsonb(old) - 'until_at' is distinct from to_jsonb(new) - 'until_at' then
        raise exception 'a term is closed once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- A source that stayed silent is kept too: that it was asked, and what came back instead of an answer.
alter table licensing.confirmation
    add column silent_because   text,
    add column type             text,
    add column schedules        text,
    add column suspended_from   timestamptz,
    add column designated       boolean,
    add column pain_exemption   text,
    add column identity_proofed boolean,
    add column second_factor    text,
    add column asked_by_kind    text not null default house.actor_kind(),
    add column asked_by         uuid          default house.actor_id(),
    alter column evidence_id drop not null,
    add constraint evidence_or_silence check (num_nonnulls(evidence_id, silent_because) = 1),
    add constraint silence_says_nothing check (silent_because is null or status is null);
comment on table licensing.confirmation is
    'No health information: every answer of a source, every silence, and every paper a holder brought (without a status: it proves nothing). Append-only.';

create table licensing.signing_access (
    id               uuid        primary key,
    physician_id     uuid        not null references licensing.physician (id),
    entered_by       uuid        not null,
    entered_by_name  text        not null,
    entered_at       timestamptz not null,
    approved_by      uuid        references licensing.physician (id),
    approved_by_name text,
    approved_at      timestamptz,
    approver_dea     text,
    factor_at        timestamptz,
    revoked_at       timestamptz,
    revoked_because  text,
    revoked_by_name  text,
    version          integer     not null,
    constraint two_persons check (approved_by <> entered_by),
    constraint not_for_oneself check (approved_by <> physician_id and entered_by <> physician_id),
    constraint approved_whole check (num_nonnulls(approved_by, approved_by_name, approved_at, approver_dea, factor_at) in (0, 5)),
    constraint revoked_with_a_reason check (num_nonnulls(revoked_at, revoked_because, revoked_by_name) in (0, 3)),
    constraint approved_after_it_was_entered check (approved_at >= entered_at),
    constraint one_access_at_a_time exclude using gist (
        licensing.one_id(physician_id, physician_id, '[]') with &&, tstzrange(entered_at, revoked_at) with &&)
);
comment on table licensing.signing_access is
    'No health information: who may sign, entered by one person, approved by a second, and when that ended.';

-- What was entered, approved or revoked stays so.
create function licensing.keep_the_grant() returns trigger language plpgsql as $$
begin
    if old.revoked_at is not null then
        raise exception 'access % is revoked', old.id using errcode = 'restrict_violation';
    end if;
    if (old.physician_id, old.entered_by, old.entered_by_name, old.entered_at)
            is distinct from (new.physician_id, new.entered_by, new.entered_by_name, new.entered_at)
        or (old.approved_at is not null and (old.approved_by, old.approved_by_name, old.approved_at, old.approver_dea, old.factor_at)
            is distinct from (new.approved_by, new.approved_by_name, new.approved_at, new.approver_dea, new.factor_at)) then
        raise exception 'access %: what was granted is not changed, it is revoked', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_the_grant before update on licensing.signing_access
    for each row execute function licensing.keep_the_grant();

create table licensing.notice (
    credential_id uuid        not null references licensing.credential (id),
    about         text        not null check (about in ('DAYS_90', 'DAYS_60', 'DAYS_30', 'DAYS_7', 'ENDED', 'SUSPENDED')),
    of_day        date        not null,
    told_at       timestamptz not null,
    primary key (credential_id, about, of_day)
);
comment on table licensing.notice is
    'No health information: which end of which credential was told already. Append-only.';

-- Terms of what stood before today.
do $$
declare
    held licensing.credential;
begin
    for held in select * from licensing.credential loop
        call licensing.open_term(held);
    end loop;
end $$;

create trigger close_only before update on licensing.term for each row execute function licensing.close_only();
create trigger append_only before delete or truncate on licensing.term
    for each statement execute function house.refuse_change();
create trigger append_only before update or delete or truncate on licensing.notice
    for each statement execute function house.refuse_change();

do $$
declare
    guarded text;
begin
    foreach guarded in array array['organization', 'term', 'signing_access', 'notice'] loop
        execute format('alter table licensing.%I enable row level security', guarded);
        execute format('alter table licensing.%I force row level security', guarded);
        execute format('create policy somebody on licensing.%I for select'
            ' using (house.actor_kind() <> ''NOBODY'')', guarded);
        execute format('create policy who_keeps_it on licensing.%I for insert'
            ' with check (house.acting_as(''SYSTEM'', ''COMPLIANCE''))', guarded);
    end loop;
end $$;
create policy who_closes_it on licensing.term for update using (house.acting_as('SYSTEM', 'COMPLIANCE'));
create policy who_changes_it on licensing.organization for update using (house.acting_as('SYSTEM', 'COMPLIANCE'));
-- A physician who signs holds the row still; one who approves puts their own name to it.
create policy who_changes_it on licensing.signing_access for update
    using (house.acting_as('SYSTEM', 'COMPLIANCE', 'PHYSICIAN'))
    with check (house.acting_as('SYSTEM', 'COMPLIANCE')
        or (house.acting_as('PHYSICIAN') and approved_by = house.actor_id() and revoked_at is null));

-- One by one: history is for the database to write.
grant select on licensing.term to stillwater_app;
grant select, insert on licensing.notice to stillwater_app;
grant select, insert, update on licensing.organization, licensing.signing_access to stillwater_app;

create schema licensing;
comment on schema licensing is 'Who holds which license or registration, until when, and who confirmed it. Nothing of patients.';

create table licensing.physician (
    id               uuid    primary key,
    name             text    not null,
    npi              text    not null,
    practice_address text    not null,
    practice_state   text    not null,
    version          integer not null,
    constraint one_physician_per_npi unique (npi)
);
comment on table licensing.physician is 'The physicians of the program, as they are known in public registers.';

create table licensing.pharmacy (
    id                    uuid    primary key,
    name                  text    not null,
    home_state            text    not null,
    phone                 text    not null,
    webhook               text    not null,
    compounding_competent boolean not null,
    epcs_capable          boolean not null,
    version               integer not null
);
comment on table licensing.pharmacy is 'The pharmacies of the program.';

create table licensing.pharmacy_secret (
    pharmacy_id uuid primary key references licensing.pharmacy (id),
    secret      text not null
);
comment on table licensing.pharmacy_secret is 'What messages to a pharmacy are signed with; for the program alone.';

create table licensing.credential (
    id                 uuid        primary key,
    physician_id       uuid        references licensing.physician (id),
    pharmacy_id        uuid        references licensing.pharmacy (id),
    kind               text        not null,
    state              text        not null,
    number             text        not null,
    address_state      text,
    valid_from         date        not null,
    expires_on         date        not null,
    license_type       text,
    schedules          text        not null,
    status             text,
    encumbered         boolean,
    suspended_from     timestamptz,
    evidence_source    text,
    evidence_id        text,
    evidence_seen_at   timestamptz,
    asked_at           timestamptz,
    silent_since       timestamptz,
    version            integer     not null,
    constraint one_holder check (num_nonnulls(physician_id, pharmacy_id) = 1),
    constraint a_known_kind check (case
        when physician_id is not null then kind in ('LICENSE', 'DEA', 'CDS')
        else kind in ('PHARMACY_LICENSE', 'PHARMACY_REGISTRATION', 'PHARMACY_DEA') end),
    constraint a_known_status check (status in ('ACTIVE', 'EXPIRED', 'SUSPENDED', 'REVOKED', 'SURRENDERED', 'NONE')),
    constraint no_status_without_evidence check (
        num_nonnulls(status, evidence_source, evidence_id, evidence_seen_at) in (0, 4)),
    constraint one_of_a_kind_for_a_physician unique (physician_id, kind, state),
    constraint one_of_a_kind_for_a_pharmacy unique (pharmacy_id, kind, state)
);
create index credential_by_end on licensing.credential (expires_on);
comment on table licensing.credential is
    'A license or registration: what its holder told, and what its source last said. Locked while a decision is signed.';

create table licensing.confirmation (
    id            bigint generated always as identity primary key,
    credential_id uuid        not null references licensing.credential (id),
    source        text        not null,
    evidence_id   text        not null,
    seen_at       timestamptz not null,
    status        text,
    encumbered    boolean,
    expires_on    date,
    kept_at       timestamptz not null
);
create index confirmation_by_credential on licensing.confirmation (credential_id, id);
comment on table licensing.confirmation is
    'Every answer of a source, and every paper a holder brought (without a status: it proves nothing). Append-only.';

-- Professional data: whoever is somebody may read it, the program and compliance officers keep it.
do $$
declare
    guarded text;
begin
    foreach guarded in array array['physician', 'pharmacy', 'credential', 'confirmation', 'pharmacy_secret'] loop
        execute format('alter table licensing.%I enable row level security', guarded);
        execute format('alter table licensing.%I force row level security', guarded);
        execute format('create policy who_keeps_it on licensing.%I for insert'
            ' with check (house.acting_as(''SYSTEM'', ''COMPLIANCE''))', guarded);
    end loop;
    foreach guarded in array array['physician', 'pharmacy', 'credential'] loop
        execute format('create policy somebody on licensing.%I for select'
            ' using (house.actor_kind() <> ''NOBODY'')', guarded);
        -- A physician who signs holds the rows still (select for update) and changes nothing in them.
        execute format('create policy who_changes_it on licensing.%I for update'
            ' using (house.acting_as(''SYSTEM'', ''COMPLIANCE'', ''PHYSICIAN''))'
            ' with check (house.acting_as(''SYSTEM'', ''COMPLIANCE''))', guarded);
    end loop;
end $$;
create policy who_reads_it on licensing.confirmation for select using (house.acting_as('SYSTEM', 'COMPLIANCE'));
create policy the_program on licensing.pharmacy_secret for select using (house.acting_as('SYSTEM'));

create trigger append_only before update or delete or truncate on licensing.confirmation
    for each statement execute function house.refuse_change();

call house.open_to_application('licensing');
revoke update on licensing.confirmation from stillwater_app;

create schema rulebook;
comment on schema rulebook is 'The dated rules, the configuration they read, and the texts that are signed.';

create table rulebook.row (
    id               text    not null,
    version          integer not null default 1,
    jurisdiction     text    not null,
    condition        text    not null,
    moments          text[]  not null,
    kind             text    not null,
    valid_from       date    not null,
    valid_to         date,
    zone             text    not null default 'America/New_York',
    authority        text    not null,
    evidence         text    not null,
    counsel_status   text    not null default 'OPEN',
    last_verified    date    not null default '2026-11-22',
    enabled          boolean not null,
    words_patient    text    not null,
    words_prescriber text    not null,
    words_operations text    not null,
    constraint row_key primary key (id, version),
    constraint row_known_id check (id ~ '^D[0-9]{2}$'),
    constraint row_known_moments check (moments <@ '{E,Q,C,S,H,R}' and moments <> '{}'),
    constraint row_known_kind check (kind in ('LAW', 'CLINICAL', 'POLICY')),
    constraint row_known_counsel_status check (counsel_status = 'OPEN' or counsel_status like 'CONFIRMED%'),
    constraint row_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create unique index row_open_end_once on rulebook.row (id) where valid_to is null and enabled;
comment on table rulebook.row is
    'No health information: the rules, dated; days count in the zone. The predicate of each id stands in code.';

create table rulebook.configuration (
    version          text        not null,
    effective_from   timestamptz not null,
    content          jsonb       not null,
    approved_by      text,
    also_approved_by text,
    tests_green      boolean     not null,
    constraint configuration_key primary key (version),
    constraint configuration_is_an_object check (jsonb_typeof(content) = 'object'),
    constraint configuration_approved_by_two check (approved_by <> also_approved_by)
);
create unique index configuration_one_at_a_time on rulebook.configuration (effective_from);
comment on table rulebook.configuration is
    'No health information: what the rules read, by version. In force from its instant, once two persons approved it.';

create table rulebook.county (
    fips  text   not null,
    state text   not null,
    name  text   not null,
    zones text[] not null,
    constraint county_key primary key (fips),
    constraint county_fips check (fips ~ '^[0-9]{5}$'),
    constraint county_has_a_zone check (cardinality(zones) > 0)
);
comment on table rulebook.county is 'No health information: counties and their time zones, the more populous first.';

create table rulebook.consent_form (
    kind         text    not null,
    version      text    not null,
    position     integer not null,
    title        text    not null,
    paragraphs   text[]  not null,
    risks        jsonb   not null default '[]',
    not_approved text,
    constraint consent_form_key primary key (kind, version),
    constraint consent_form_says_something check (cardinality(paragraphs) > 0)
);
comment on table rulebook.consent_form is
    'No health information: the texts that patients sign. A text once signed stays; a change is a new version.';

-- A text that was signed, and a configuration that was judged by, stay as they were.
create trigger configuration_stays before update or delete or truncate on rulebook.configuration
    execute function house.refuse_change();
create trigger consent_form_stays before update or delete or truncate on rulebook.consent_form
    execute function house.refuse_change();

call house.open_to_application('rulebook');
-- The application reads the book. It is written by whoever migrates, until proposals and approvals are built.
revoke insert, update on all tables in schema rulebook from stillwater_app;

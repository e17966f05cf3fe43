create schema prescribing;

create table prescribing.draft (
    id           uuid        primary key,
    request_id   uuid        not null,
    patient_id   uuid        not null,
    physician_id uuid        not null,
    fields       text        not null,
    revision     integer     not null,
    saved_at     timestamptz not null,
    version      integer     not null,
    constraint one_draft_per_physician unique (request_id, physician_id)
);
comment on table prescribing.draft is 'What a physician has written about a request and not signed.';

alter table prescribing.draft enable row level security;
alter table prescribing.draft force row level security;
create policy own on prescribing.draft using (
    house.acting_as('SYSTEM') or (house.acting_as('PHYSICIAN') and physician_id = house.actor_id()));

create table prescribing.signing (
    id           uuid        primary key,
    request_id   uuid        not null,
    patient_id   uuid        not null,
    physician_id uuid        not null,
    fence        bigint      not null,
    state        text        not null check (state in ('OPEN', 'USED', 'VOID')),
    shown        text        not null,
    hash         text        not null,
    nonce        text        not null,
    ready_at     timestamptz not null,
    expires_at   timestamptz not null,
    stopped_by   text,
    version      integer     not null,
    constraint hash_of_what_is_shown check (hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
    constraint nonce_is_good_once unique (nonce),
    constraint stopped_is_void check (stopped_by is null or state = 'VOID')
);
create unique index one_text_ready_per_request on prescribing.signing (request_id) where state = 'OPEN';
comment on table prescribing.signing is 'A decision''s frozen text, waiting for its second factor.';

alter table prescribing.signing enable row level security;
alter table prescribing.signing force row level security;
-- A new claimant voids what an earlier one left ready; what was shown is read only by the physician it was shown to.
create policy for_work on prescribing.signing using (house.acting_as('SYSTEM', 'PHYSICIAN'));

-- What was frozen stays frozen: only its state moves, and never back.
create function prescribing.keep_frozen() returns trigger language plpgsql as $$
begin
    if (new.id, new.request_id, new.patient_id, new.physician_id, new.fence, new.shown, new.hash, new.nonce,
            new.ready_at, new.expires_at)
        is distinct from
        (old.id, old.request_id, old.patient_id, old.physician_id, old.fence, old.shown, old.hash, old.nonce,
            old.ready_at, old.expires_at) or old.state <> 'OPEN'
    then
        raise exception 'signing % is frozen', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_frozen before update on prescribing.signing
    for each row execute function prescribing.keep_frozen();

create table prescribing.decision (
    id             uuid        primary key references prescribing.signing (id),
    request_id     uuid        not null,
    patient_id     uuid        not null,
    physician_id   uuid        not null,
    pharmacy_id    uuid,
    verdict        text        not null check (verdict in ('APPROVE', 'DECLINE')),
    reason         text,
    fence          bigint      not null,
    shown          text        not null,
    shown_hash     text        not null,
    factor_acr     text        not null,
    factor_at      timestamptz not null,
    factor_nonce   text        not null,
    factor_subject text        not null,
    signed_at      timestamptz not null,
    issue_date     date        not null,
    zone           text        not null,
    bundle         text        not null,
    bundle_hash    text        not null,
    leaf           bigint      not null,
    supersedes     uuid        references prescribing.decision (id),
    constraint under_a_claim check (fence > 0),
    constraint with_the_second_factor check (factor_acr = 'gold'),
    constraint factor_of_the_signer check (factor_subject = physician_id::text),
    constraint factor_is_used_once unique (factor_nonce),
    constraint approved_for_a_pharmacy check ((verdict = 'APPROVE') = (pharmacy_id is not null)),
    constraint declined_for_a_reason check ((verdict = 'DECLINE') = (reason is not null)),
    constraint hash_of_what_was_shown check (shown_hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
    constraint hash_of_the_bundle check (bundle_hash = encode(sha256(convert_to(bundle, 'UTF8')), 'hex')),
    constraint one_leaf_each unique (leaf),
    constraint superseded_once unique (supersedes),
    constraint no_one_treats_themselves check (patient_id <> physician_id)
);
create unique index one_first_decision_per_request on prescribing.decision (request_id) where supersedes is null;
create index decision_by_patient on prescribing.decision (patient_id, signed_at);
create index decision_by_physician on prescribing.decision (physician_id, signed_at);
comment on table prescribing.decision is 'Every signed decision. Append-only: a correction is a later row that supersedes.';

alter table prescribing.decision enable row level security;
alter table prescribing.decision force row level security;
create policy read on prescribing.decision for select using (
    house.acting_as('SYSTEM', 'PHYSICIAN', 'COMPLIANCE')
    or house.is_patient(patient_id)
    or (house.acting_as('PHARMACIST') and pharmacy_id = house.organization()));
-- Only a human signs, and only for themselves: not even the program may write a decision.
create policy sign on prescribing.decision for insert with check (
    house.acting_as('PHYSICIAN') and physician_id = house.actor_id());

-- The dates and the act of signing once more, by the database itself.
create function prescribing.check_the_signature() returns trigger language plpgsql as $$
begin
    if new.factor_at < new.signed_at - interval '120 seconds' or new.factor_at > new.signed_at + interval '5 seconds' then
        raise exception 'decision %: the second factor is not fresh', new.id using errcode = 'check_violation';
    end if;
    if new.issue_date <> (new.signed_at at time zone new.zone)::date then
        raise exception 'decision %: not dated on the day it is signed', new.id using errcode = 'check_violation';
    end if;
    if not exists (
        select from prescribing.signing s
        where s.id = new.id and s.state <> 'VOID' and s.physician_id = new.physician_id
            and s.request_id = new.request_id and s.patient_id = new.patient_id and s.fence = new.fence
            and s.nonce = new.factor_nonce and s.hash = new.shown_hash
            and new.signed_at >= s.ready_at and new.signed_at < s.expires_at)
    then
        raise exception 'decision %: not what was ready to sign', new.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger check_the_signature before insert on prescribing.decision
    for each row execute function prescribing.check_the_signature();
create trigger append_only before update or delete or truncate on prescribing.decision
    execute function house.refuse_change();

call house.open_to_application('prescribing');
revoke update on prescribing.decision from stillwater_app;

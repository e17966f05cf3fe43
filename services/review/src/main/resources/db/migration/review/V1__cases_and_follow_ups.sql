create schema review;

create table review.review_case (
    id                 uuid        primary key,          -- the request's id; no foreign key across rooms
    patient_id         uuid        not null,
    state              text        not null check (state ~ '^[A-Z]{2}$'),
    visit_physician_id uuid        not null,
    stage              text        not null check (stage in ('HELD', 'WAITING', 'CLAIMED', 'DECIDED')),
    risk               text        not null check (risk in ('HIGH', 'RAISED', 'USUAL')),
    opened_at          timestamptz not null,
    due_at             timestamptz not null,
    held_because       text,
    claimed_by         uuid,
    claimed_until      timestamptz,
    fence              bigint      not null default 0,
    version            integer     not null,
    constraint claimed_by_one_until_an_end
        check ((stage = 'CLAIMED') = (claimed_by is not null) and (claimed_by is null) = (claimed_until is null)),
    constraint held_with_a_reason check ((stage = 'HELD') = (held_because is not null)),
    constraint fence_counts_up_from_zero check (fence >= 0)
);
create index review_case_by_state on review.review_case (state, stage);
create index review_case_by_patient on review.review_case (patient_id, opened_at);
create index review_case_lease on review.review_case (claimed_until) where stage = 'CLAIMED';
create index review_case_held on review.review_case (opened_at) where stage = 'HELD';
comment on table review.review_case is 'A patient''s request before the physicians: waiting, held by one, or decided.';

alter table review.review_case enable row level security;
alter table review.review_case force row level security;
create policy for_work on review.review_case using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create policy own_stage on review.review_case for select using (house.is_patient(patient_id));

-- A fence never goes back, and a decided case never moves again, whoever asks.
create function review.keep_the_fence() returns trigger language plpgsql as $$
begin
    if new.fence < old.fence or (new.stage = 'CLAIMED' and old.stage <> 'CLAIMED' and new.fence <= old.fence) then
        raise exception 'case %: the fence only grows', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage = 'DECIDED' then
        raise exception 'case % is decided', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_the_fence before update on review.review_case
    for each row execute function review.keep_the_fence();

create table review.judgement (
    id         bigint generated always as identity primary key,
    case_id    uuid        not null references review.review_case (id),
    patient_id uuid        not null,
    moment     text        not null,
    at         timestamptz not null,
    allowed    boolean     not null,
    snapshot   text        not null
);
create index judgement_by_case on review.judgement (case_id, at);
comment on table review.judgement is 'What the gate said about a case, with every fact it was told.';

alter table review.judgement enable row level security;
alter table review.judgement force row level security;
create policy for_work on review.judgement using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create trigger append_only before update or delete or truncate on review.judgement
    execute function house.refuse_change();

create table review.follow_up (
    id         uuid        primary key,
    patient_id uuid        not null,
    reason     text        not null
        check (reason in ('ALARMING_ANSWER', 'ANSWER_NOT_UNDERSTOOD', 'PHARMACY_REFUSED', 'UNDELIVERED')),
    about      text        not null,
    opened_at  timestamptz not null,
    due_at     timestamptz not null,
    closed_by  uuid,
    closed_at  timestamptz,
    outcome    text,
    version    integer     not null,
    constraint closed_by_someone_who_says_how
        check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null))
);
create unique index one_follow_up_per_cause on review.follow_up (patient_id, reason, about);
create index follow_up_open on review.follow_up (due_at) where closed_at is null;
comment on table review.follow_up is 'What a physician must look after between decisions.';

alter table review.follow_up enable row level security;
alter table review.follow_up force row level security;
create policy for_work on review.follow_up using (house.acting_as('SYSTEM', 'PHYSICIAN'));
-- A pharmacist's refusal opens one, in the pharmacist's own transaction, and sees none.
create policy opened_by_a_pharmacist on review.follow_up for insert with check (house.acting_as('PHARMACIST'));

call house.open_to_application('review');
revoke update on review.judgement from stillwater_app;

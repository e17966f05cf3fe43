-- What a physician asks before deciding, and what came of it: two rows that are never changed.
create table review.pause (
    id           uuid        primary key,
    case_id      uuid        not null references review.review_case (id),
    patient_id   uuid        not null,
    physician_id uuid        not null,
    kind         text        not null check (kind in ('QUESTION', 'DEFERRAL', 'SECOND_OPINION', 'ESCALATION')),
    words        text        not null,
    at           timestamptz not null,
    returns_at   timestamptz,
    constraint pause_says_why check (length(words) between 1 and 4000),
    constraint only_a_deferral_returns check ((kind = 'DEFERRAL') = (returns_at is not null)),
    constraint pause_of_its_patient unique (id, patient_id)
);
create index pause_by_case on review.pause (case_id, at);
create index pause_by_patient on review.pause (patient_id, at) where kind = 'QUESTION';
comment on table review.pause is 'Why a case was set aside by its physician, and what was asked of whom.';
alter table review.pause enable row level security;
alter table review.pause force row level security;
create policy for_work on review.pause using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create policy own_questions on review.pause for select using (kind = 'QUESTION' and house.is_patient(patient_id));
create policy escalated_to_compliance on review.pause for select
    using (kind = 'ESCALATION' and house.acting_as('COMPLIANCE'));
create trigger append_only before update or delete or truncate on review.pause
    execute function house.refuse_change();

create table review.pause_end (
    pause_id   uuid        primary key,
    patient_id uuid        not null,
    by_kind    text        not null,
    by_id      uuid        not null,
    words      text        not null,
    agrees     boolean,
    at         timestamptz not null,
    constraint pause_end_says_something check (length(words) between 1 and 4000),
    constraint end_of_a_pause foreign key (pause_id, patient_id) references review.pause (id, patient_id)
);
comment on table review.pause_end is 'How a pause ended: the answer, the opinion, or that its time came.';
alter table review.pause_end enable row level security;
alter table review.pause_end force row level security;
create policy for_work on review.pause_end using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create policy own_answers on review.pause_end using (by_kind = 'PATIENT' and house.is_patient(patient_id))
    with check (by_kind = 'PATIENT' and house.is_patient(patient_id));
create policy answered_by_compliance on review.pause_end
    using (by_kind = 'COMPLIANCE' and house.acting_as('COMPLIANCE'))
    with check (by_kind = 'COMPLIANCE' and house.acting_as('COMPLIANCE'));
create trigger append_only before update or delete or truncate on review.pause_end
    execute function house.refuse_change();

-- Each kind of pause is ended by whom it waits for; a question or a deferral also by who put it.
create function review.ended_by_the_right_one() returns trigger language plpgsql as $$
declare
    asked review.pause;
begin
    select * into asked from review.pause p where p.id = new.pause_id;
    if new.by_kind <> house.actor_kind() or new.by_id is distinct from house.actor_id() then
        raise exception 'pause %: ended in another name', new.pause_id using errcode = 'check_violation';
    end if;
    if not coalesce(case asked.kind
        when 'QUESTION' then new.by_kind = 'PATIENT' or (new.by_kind = 'PHYSICIAN' and new.by_id = asked.physician_id)
        when 'DEFERRAL' then new.by_kind = 'SYSTEM' or (new.by_kind = 'PHYSICIAN' and new.by_id = asked.physician_id)
        when 'SECOND_OPINION' then new.by_kind = 'PHYSICIAN' and new.by_id <> asked.physician_id and new.agrees is not null
        when 'ESCALATION' then new.by_kind = 'COMPLIANCE' end, false)
    then
        raise exception 'pause %: not for % to end', new.pause_id, new.by_kind using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ended_by_the_right_one before insert on review.pause_end
    for each row execute function review.ended_by_the_right_one();

-- A case goes on only when what it waited for is there.
create function review.nothing_goes_on_unanswered() returns trigger language plpgsql as $$
begin
    if not exists (select from review.pause_end e where e.pause_id = old.pause_id) then
        raise exception 'case %: what it waits for has not come', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger nothing_goes_on_unanswered before update on review.review_case
    for each row when (old.stage = 'PAUSED' and new.stage <> 'PAUSED')
    execute function review.nothing_goes_on_unanswered();

create table review.note (
    id           bigint      generated always as identity primary key,
    case_id      uuid        not null references review.review_case (id),
    patient_id   uuid        not null,
    physician_id uuid        not null,
    for_id       uuid        not null,
    words        text        not null check (length(words) between 1 and 4000),
    at           timestamptz not null
);
create index note_by_case on review.note (case_id, id);
comment on table review.note is 'What a physician wrote to the colleague who took over a case.';
alter table review.note enable row level security;
alter table review.note force row level security;
create policy for_work on review.note using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create trigger append_only before update or delete or truncate on review.note
    execute function house.refuse_change();

create table review.cover (
    id           uuid        primary key,
    physician_id uuid        not null,
    cover_id     uuid        not null,
    since        timestamptz not null,
    until        timestamptz not null,
    ended_at     timestamptz,
    constraint nobody_covers_themselves check (cover_id <> physician_id),
    constraint cover_runs_forward check (until > since)
);
create unique index one_cover_at_a_time on review.cover (physician_id) where ended_at is null;
comment on table review.cover is 'Who looks after a physician''s patients while the physician is away.';
alter table review.cover enable row level security;
alter table review.cover force row level security;
create policy for_work on review.cover using (house.acting_as('SYSTEM', 'PHYSICIAN'));

call house.open_to_application('review');
revoke insert, update on review.move from stillwater_app;
revoke update on review.judgement, review.pause, review.pause_end, review.note from stillwater_app;

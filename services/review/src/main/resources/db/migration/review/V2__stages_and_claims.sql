-- The queue as physicians work it: by risk and due time, kept for who knows the patient, set aside and taken up again.
alter table review.review_case
    add kind             text not null default 'NEW',
    add clock_stopped_at timestamptz,
    add overdue_since    timestamptz,
    add kept_for         uuid,
    add kept_until       timestamptz,
    add pause_id         uuid,
    add pause_kind       text,
    add paused_by        uuid,
    add returns_at       timestamptz,
    drop constraint review_case_stage_check,
    add constraint known_stage check (stage in ('HELD', 'WAITING', 'CLAIMED', 'PAUSED', 'DECIDED')),
    add constraint known_kind check (kind in ('NEW', 'RENEWAL')),
    add constraint known_pause check (pause_kind in ('QUESTION', 'DEFERRAL', 'SECOND_OPINION', 'ESCALATION')),
    add constraint paused_by_one_for_a_reason
        check ((stage = 'PAUSED') = (pause_id is not null) and (pause_id is null) = (pause_kind is null)
            and (pause_id is null) = (paused_by is null)),
    add constraint a_deferral_returns
        check ((returns_at is not null) = (pause_kind is not distinct from 'DEFERRAL')),
    add constraint only_a_pause_stops_the_clock check (clock_stopped_at is null or stage = 'PAUSED'),
    add constraint kept_while_it_waits
        check ((kept_for is null) = (kept_until is null) and (kept_for is null or stage = 'WAITING'));

-- HIGH, RAISED, USUAL: the order of the alphabet is the order of the queue. One probe for each state a physician serves.
create index review_case_next on review.review_case (state, risk, due_at) where stage = 'WAITING' and kept_for is null;
create index review_case_kept on review.review_case (kept_for, risk, due_at) where stage = 'WAITING' and kept_for is not null;
create index review_case_list on review.review_case (state, risk, due_at, id) where stage = 'WAITING';
create index review_case_kept_until on review.review_case (kept_until) where kept_for is not null;
create index review_case_of on review.review_case (claimed_by) where stage = 'CLAIMED';
create index review_case_held_of on review.review_case (visit_physician_id) where stage in ('HELD', 'WAITING');
create index review_case_paused on review.review_case (state, pause_kind) where stage = 'PAUSED';
create index review_case_paused_by on review.review_case (paused_by) where stage = 'PAUSED';
create index review_case_returning on review.review_case (returns_at) where returns_at is not null;
create index review_case_due on review.review_case (due_at)
    where overdue_since is null and clock_stopped_at is null and stage <> 'DECIDED';
create index review_case_overdue on review.review_case (due_at) where overdue_since is not null and stage <> 'DECIDED';
drop index review.review_case_by_state;
-- Asked once a statement, not once a row: then the planner also knows that the index in order is the shortest way.
alter policy for_work on review.review_case using ((select house.acting_as('SYSTEM', 'PHYSICIAN')));
create policy looked_after_by_compliance on review.review_case for select
    using ((select house.acting_as('COMPLIANCE')));

-- Only a superuser can say that a database's clock is moved by hand, as a demonstration's and a test's is.
create function review.clock_is_real() returns boolean language sql stable as $$
    select not exists (
        select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        where d.datname = current_database() and s.setrole = 0 and 'house.clock=moved' = any (s.setconfig))
$$;

create function review.is_over(instant timestamptz) returns boolean language sql volatile as $$
    select instant <= clock_timestamp() and review.clock_is_real()
$$;

create function review.may_become(before text, after text) returns boolean language sql immutable as $$
    select case before
        when 'HELD' then after = 'WAITING'
        when 'WAITING' then after in ('HELD', 'CLAIMED')
        when 'CLAIMED' then after in ('WAITING', 'PAUSED', 'DECIDED')
        when 'PAUSED' then after = 'WAITING'
        else false end
$$;

-- A fence never goes back, every move is on the table of stages, and only its holder ends a claim with an act.
create or replace function review.keep_the_fence() returns trigger language plpgsql as $$
begin
    if new.fence < old.fence or (new.stage = 'CLAIMED' and old.stage <> 'CLAIMED' and new.fence <= old.fence) then
        raise exception 'case %: the fence only grows', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage = 'DECIDED' then
        raise exception 'case % is decided', old.id using errcode = 'restrict_violation';
    end if;
    if new.stage <> old.stage and not review.may_become(old.stage, new.stage) then
        raise exception 'case % may not go from % to %', old.id, old.stage, new.stage using errcode = 'restrict_violation';
    end if;
    if old.stage = 'CLAIMED' and new.stage in ('DECIDED', 'PAUSED') and (new.fence <> old.fence
        or house.actor_kind() <> 'PHYSICIAN' or house.actor_id() is distinct from old.claimed_by)
    then
        raise exception 'case %: only its holder, under the claim', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage = 'CLAIMED' and new.stage = 'CLAIMED' and new.fence <> old.fence
        and old.claimed_until > clock_timestamp() and review.clock_is_real()
    then
        raise exception 'case %: its claim is not over', old.id using errcode = 'restrict_violation';
    end if;
    if new.stage = 'CLAIMED' and old.stage = 'CLAIMED' and new.fence = old.fence
        and (new.claimed_by <> old.claimed_by or review.is_over(old.claimed_until))
    then
        raise exception 'case %: a claim that is over is not renewed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Asked at the very end of the transaction: whoever slept between the act and its commit has done nothing.
create function review.the_claim_still_runs() returns trigger language plpgsql as $$
begin
    if review.is_over(old.claimed_until) then
        raise exception 'case %: the claim ended before this was done', old.id using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger the_claim_still_runs after update on review.review_case deferrable initially deferred
    for each row when (old.stage = 'CLAIMED' and new.stage in ('DECIDED', 'PAUSED'))
    execute function review.the_claim_still_runs();

create table review.move (
    id           bigint      generated always as identity primary key,
    case_id      uuid        not null,
    patient_id   uuid        not null,
    from_stage   text,
    to_stage     text        not null,
    fence        bigint      not null,
    physician_id uuid,
    lease_before timestamptz,
    actor_kind   text        not null,
    actor_id     uuid,
    at           timestamptz not null default clock_timestamp()
);
create index move_by_case on review.move (case_id, id);
create index move_by_time on review.move (at);
comment on table review.move is 'Every move of every case, written by the database itself.';
alter table review.move enable row level security;
alter table review.move force row level security;
create policy for_work on review.move using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create policy looked_after_by_compliance on review.move for select using (house.acting_as('COMPLIANCE'));
create trigger append_only before update or delete or truncate on review.move
    execute function house.refuse_change();

-- As its owner, for the application itself writes no line of it.
create function review.note_move() returns trigger language plpgsql security definer set search_path = review as $$
begin
    insert into review.move (case_id, patient_id, from_stage, to_stage, fence, physician_id, lease_before, actor_kind, actor_id)
    values (new.id, new.patient_id, case tg_op when 'UPDATE' then old.stage end, new.stage, new.fence,
        case when new.stage in ('DECIDED', 'PAUSED') then old.claimed_by else new.claimed_by end,
        case tg_op when 'UPDATE' then old.claimed_until end, house.actor_kind(), house.actor_id());
    return null;
end $$;
create trigger note_opening after insert on review.review_case for each row execute function review.note_move();
create trigger note_move after update on review.review_case for each row
    when (old.stage <> new.stage or old.fence <> new.fence) execute function review.note_move();

create table review.put_aside (
    case_id      uuid        not null references review.review_case (id),
    patient_id   uuid        not null,
    physician_id uuid        not null,
    until        timestamptz not null,
    because      text        not null,
    constraint put_aside_key primary key (physician_id, case_id)
);
create index put_aside_by_case on review.put_aside (case_id);
comment on table review.put_aside is 'Cases that the gate keeps from one physician, so that the next one is offered instead.';
alter table review.put_aside enable row level security;
alter table review.put_aside force row level security;
create policy for_work on review.put_aside using ((select house.acting_as('SYSTEM', 'PHYSICIAN')));

call house.open_to_application('review');
revoke update on review.judgement from stillwater_app;
revoke insert, update on review.move from stillwater_app;

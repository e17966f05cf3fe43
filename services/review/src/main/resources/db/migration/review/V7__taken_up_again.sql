-- A decided case is looked at once more: to stop what was prescribed, to change it, to put right what was signed in error.
-- It is claimed as any other, out of nobody's queue, and stands decided again when it is decided anew or given back.
alter table review.review_case
    add again boolean not null default false,
    add constraint again_under_a_claim check (not again or stage = 'CLAIMED');

create or replace function review.may_become(before text, after text) returns boolean language sql immutable as $$
    select case before
        when 'HELD' then after = 'WAITING'
        when 'WAITING' then after in ('HELD', 'CLAIMED')
        when 'CLAIMED' then after in ('WAITING', 'PAUSED', 'DECIDED')
        when 'PAUSED' then after = 'WAITING'
        when 'DECIDED' then after = 'CLAIMED'
        else false end
$$;

-- As before; and what was decided moves only into a claim of who takes it up again, and from there only back. A decision
-- keeps the number of its claim, a giving back outdates it.
create or replace function review.keep_the_fence() returns trigger language plpgsql as $$
declare
    given_back boolean := old.again and new.stage = 'DECIDED' and new.fence > old.fence;
begin
    if new.fence < old.fence or (new.stage = 'CLAIMED' and old.stage <> 'CLAIMED' and new.fence <= old.fence) then
        raise exception 'case %: the fence only grows', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage = 'DECIDED' and not (new.stage = 'CLAIMED' and new.again
        and house.actor_kind() = 'PHYSICIAN' and new.claimed_by = house.actor_id())
    then
        raise exception 'case % is decided', old.id using errcode = 'restrict_violation';
    end if;
    if new.stage <> old.stage and not review.may_become(old.stage, new.stage) then
        raise exception 'case % may not go from % to %', old.id, old.stage, new.stage using errcode = 'restrict_violation';
    end if;
    if old.again and new.stage not in ('CLAIMED', 'DECIDED') then
        raise exception 'case % was decided before', old.id using errcode = 'restrict_violation';
    end if;
    if new.again and new.again is distinct from old.again and old.stage <> 'DECIDED' then
        raise exception 'case % was not decided before', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage = 'CLAIMED' and new.stage in ('DECIDED', 'PAUSED') and not given_back and (new.fence <> old.fence
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

drop trigger the_claim_still_runs on review.review_case;
create constraint trigger the_claim_still_runs after update on review.review_case deferrable initially deferred
    for each row when (old.stage = 'CLAIMED' and new.stage in ('DECIDED', 'PAUSED') and new.fence = old.fence)
    execute function review.the_claim_still_runs();

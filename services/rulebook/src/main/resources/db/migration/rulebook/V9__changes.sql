-- How the book changes: one officer proposes, another decides, and a kill switch is thrown and released by two. Nothing
-- here is ever rewritten: what became of a thing is a later row. Rows and configuration stay as migrations wrote them;
-- what was approved is laid over them in its order.

create table rulebook.changes (
    one     boolean not null default true,
    changes bigint  not null,
    constraint changes_key primary key (one),
    constraint changes_are_one_row check (one)
);
comment on table rulebook.changes is 'No health information: moves whenever the book changes, so that nobody judges by an old copy.';
insert into rulebook.changes (changes) values (0);
create sequence rulebook.change; -- never gives a number twice, not even after a rollback

-- Whoever acts on a judgement holds the book still until their transaction ends; a change waits for them, and they for
-- a change that came first. A lock of this kind is given in the order it was asked for, so that a change is not starved.
create function rulebook.hold_still() returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(7255, 1);
    return (select changes from rulebook.changes);
end $$;

create function rulebook.open_for_change() returns void language sql as $$ select pg_advisory_xact_lock(7255, 1) $$;

create function rulebook.note_change() returns trigger language plpgsql security definer set search_path = rulebook as $$
begin
    perform rulebook.open_for_change();
    update rulebook.changes set changes = nextval('rulebook.change');
    return null;
end $$;
create trigger note_change before insert or update or delete or truncate on rulebook.row
    for each statement execute function rulebook.note_change();
create trigger note_change before insert on rulebook.configuration
    for each statement execute function rulebook.note_change();

-- An approval is of now by the database's own clock. Only a superuser can say that a database's clock is moved by hand,
-- as a demonstration's and a test's is: a session's own word for it counts nothing.
create function rulebook.is_now(instant timestamptz) returns boolean language sql volatile as $$
    select abs(extract(epoch from clock_timestamp() - instant)) < 60 or exists (
        select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        where d.datname = current_database() and s.setrole = 0 and 'house.clock=moved' = any (s.setconfig))
$$;

create table rulebook.setting (
    path     text    not null,
    position integer not null,
    title    text    not null,
    row_id   text,
    kind     text    not null,
    unit     text    not null default '',
    choices  text[]  not null default '{}',
    least    numeric,
    most     numeric,
    protocol boolean not null default false,
    constraint setting_key primary key (path),
    constraint setting_known_kind check (kind in ('AGE', 'NUMBER', 'CAP', 'YES_NO', 'CHOICE', 'INSTANT', 'LIST', 'PAIRS', 'WORDS')),
    constraint setting_of_a_row check (row_id ~ '^D[0-9]{2}$')
);
comment on table rulebook.setting is
    'No health information: the values of the configuration that officers may change, and what each is called.';
create trigger setting_stays before update or delete or truncate on rulebook.setting
    execute function house.refuse_change();

create table rulebook.proposal (
    number           bigint      generated always as identity,
    kind             text        not null,
    subject          text        not null,
    change           jsonb       not null,
    based_on         text        not null,
    words            text[]      not null,
    reason           text        not null,
    effective_on     date        not null,
    signed_off_by    text,
    signed_off_on    date,
    proposed_by      uuid        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    constraint proposal_key primary key (number),
    constraint proposal_of_one_person unique (number, proposed_by),
    constraint proposal_known_kind check (kind in ('ROW', 'VALUE', 'VERIFICATION')),
    constraint proposal_says_what_changes check (cardinality(words) > 0),
    constraint proposal_says_why check (reason <> ''),
    constraint signed_off_by_a_person_on_a_day check ((signed_off_by is null) = (signed_off_on is null))
);
comment on table rulebook.proposal is 'No health information: what an officer proposes to change. Append-only.';

create table rulebook.proposal_decision (
    position        bigint      generated always as identity,
    number          bigint      not null,
    proposed_by     uuid        not null,
    outcome         text        not null,
    decided_by      uuid        not null,
    decided_by_name text        not null,
    decided_at      timestamptz not null,
    reason          text        not null,
    effective_from  timestamptz,
    constraint proposal_decision_key primary key (position),
    constraint decided_once unique (number),
    constraint decision_of_a_proposal foreign key (number, proposed_by) references rulebook.proposal (number, proposed_by),
    constraint decision_known_outcome check (outcome in ('APPROVED', 'REJECTED', 'WITHDRAWN')),
    constraint decided_by_two_persons check ((outcome = 'WITHDRAWN') = (decided_by = proposed_by)),
    constraint rejected_for_a_reason check (outcome <> 'REJECTED' or reason <> ''),
    constraint in_force_from_an_instant check ((outcome = 'APPROVED') = (effective_from is not null)),
    constraint never_in_the_past check (effective_from >= decided_at)
);
comment on table rulebook.proposal_decision is
    'No health information: what became of each proposal, by whom. Append-only; an approved change is in force from its instant.';

create table rulebook.kill_switch (
    number      bigint generated always as identity,
    scope       text   not null,
    target      text,
    target_name text   not null,
    constraint kill_switch_key primary key (number),
    constraint kill_switch_known_scope check (scope in ('EVERYTHING', 'STATE', 'INDICATION', 'PHYSICIAN', 'PHARMACY')),
    constraint kill_switch_names_what_it_stops check ((scope = 'EVERYTHING') = (target is null))
);
comment on table rulebook.kill_switch is 'No health information: what was ever stopped as a whole. Append-only.';

create table rulebook.kill_switch_word (
    number        bigint      not null,
    position      integer     not null,
    word          text        not null,
    reason        text        not null,
    given_by      uuid        not null,
    given_by_name text        not null,
    given_at      timestamptz not null,
    constraint kill_switch_word_key primary key (number, position),
    constraint word_on_a_kill_switch foreign key (number) references rulebook.kill_switch (number),
    constraint known_word check (word in
        ('THROWN', 'CONFIRMED', 'LIFTED', 'RELEASE_ASKED', 'RELEASE_REFUSED', 'RELEASED')),
    constraint word_for_a_reason check (reason <> '')
);
comment on table rulebook.kill_switch_word is
    'No health information: who threw a kill switch, who confirmed it, who released it. Append-only.';

create function rulebook.check_proposal() returns trigger language plpgsql as $$
begin
    if not house.acting_as('COMPLIANCE') or new.proposed_by <> house.actor_id() then
        raise exception 'only a compliance officer proposes, in their own name' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger check_proposal before insert on rulebook.proposal
    for each row execute function rulebook.check_proposal();

create function rulebook.check_decision() returns trigger language plpgsql as $$
begin
    if not house.acting_as('COMPLIANCE') or new.decided_by <> house.actor_id() then
        raise exception 'only a compliance officer decides, in their own name' using errcode = 'insufficient_privilege';
    end if;
    if not rulebook.is_now(new.decided_at) then
        raise exception 'proposal % is not decided at this moment', new.number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger check_decision before insert on rulebook.proposal_decision
    for each row execute function rulebook.check_decision();
create trigger note_change before insert on rulebook.proposal_decision
    for each statement execute function rulebook.note_change();

-- Which word may follow which, and that the second of a pair is another person's.
create function rulebook.check_word() returns trigger language plpgsql as $$
declare
    last rulebook.kill_switch_word;
begin
    if not house.acting_as('COMPLIANCE') or new.given_by <> house.actor_id() then
        raise exception 'only a compliance officer throws and releases, in their own name'
            using errcode = 'insufficient_privilege';
    end if;
    if not rulebook.is_now(new.given_at) then
        raise exception 'kill switch %: not given at this moment', new.number using errcode = 'check_violation';
    end if;
    select * into last from rulebook.kill_switch_word w where w.number = new.number order by w.position desc limit 1;
    if new.position <> coalesce(last.position, 0) + 1 or not coalesce(
        case last.word
            when 'THROWN' then new.word in ('CONFIRMED', 'LIFTED')
            when 'CONFIRMED' then new.word = 'RELEASE_ASKED'
            when 'RELEASE_REFUSED' then new.word = 'RELEASE_ASKED'
            when 'RELEASE_ASKED' then new.word in ('RELEASED', 'RELEASE_REFUSED')
            when 'LIFTED' then false
            when 'RELEASED' then false
        end, new.word = 'THROWN')
    then
        raise exception 'kill switch %: % cannot follow', new.number, new.word using errcode = 'check_violation';
    end if;
    if new.word in ('CONFIRMED', 'LIFTED', 'RELEASED') and new.given_by = last.given_by then
        raise exception 'kill switch %: this takes another person', new.number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger check_word before insert on rulebook.kill_switch_word
    for each row execute function rulebook.check_word();
create trigger note_change before insert on rulebook.kill_switch_word
    for each statement execute function rulebook.note_change();

create trigger append_only before update or delete or truncate on rulebook.proposal
    execute function house.refuse_change();
create trigger append_only before update or delete or truncate on rulebook.proposal_decision
    execute function house.refuse_change();
create trigger append_only before update or delete or truncate on rulebook.kill_switch
    execute function house.refuse_change();
create trigger append_only before update or delete or truncate on rulebook.kill_switch_word
    execute function house.refuse_change();

-- A later version takes the place of an earlier one, so two may have no end of their own.
drop index rulebook.row_open_end_once;
drop index rulebook.configuration_one_at_a_time;
create unique index configuration_one_at_a_time on rulebook.configuration (effective_from, version);

-- The application writes proposals, decisions and switches, each row once. The rows and the configuration stay closed.
grant select on rulebook.changes, rulebook.setting to stillwater_app;
grant select, insert on rulebook.proposal, rulebook.proposal_decision, rulebook.kill_switch, rulebook.kill_switch_word
    to stillwater_app;
grant execute on function rulebook.hold_still(), rulebook.open_for_change(), rulebook.is_now(timestamptz) to stillwater_app;

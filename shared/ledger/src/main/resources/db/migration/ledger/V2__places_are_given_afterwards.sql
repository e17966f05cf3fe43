-- A leaf is written in its signer's own transaction and waits for nobody; its place in the tree is given afterwards, in
-- batches, by whoever holds the advisory lock. A leaf has a number from the start and an index once it has a place.
select set_config('house.actor_kind', 'SYSTEM', true);

drop trigger leaves_follow_without_a_gap on ledger.leaf;
drop function ledger.leaves_follow_without_a_gap();
alter table ledger.hash drop constraint hash_index_fkey;

alter table ledger.leaf rename column index to number;
alter table ledger.leaf rename constraint indexes_start_at_zero to numbers_start_at_zero;
alter table ledger.leaf alter column number add generated always as identity;
select setval(pg_get_serial_sequence('ledger.leaf', 'number'), (select coalesce(max(number) + 1, 1) from ledger.leaf),
    false);
alter table ledger.leaf
    add column seal bytea,
    add column xact xid8 not null default pg_current_xact_id();
create index leaf_by_transaction on ledger.leaf (xact);
comment on table ledger.leaf is
    'The exact bytes of signed decisions, each with our signature over its hash and the moment. Health information. A '
    'patient reads their own decision where prescribing keeps it, never here. xact only helps to find what has no place yet.';

alter table ledger.hash disable trigger hashes_stay;
alter table ledger.hash
    add column number bigint,
    add column seal bytea;
update ledger.hash set number = index;
alter table ledger.hash alter column number set not null;
alter table ledger.hash
    add constraint a_place_is_of_a_leaf foreign key (number) references ledger.leaf (number),
    add constraint one_place_each unique (number);
alter table ledger.hash enable trigger hashes_stay;
comment on table ledger.hash is
    'No health information: which leaf stands at each index, its hash, and the root of the log up to and with it. The last '
    'of each batch carries our signature over that root.';

create table ledger.tile (
    height integer not null,
    number bigint  not null,
    hash   bytea   not null,
    primary key (height, number),
    constraint tiles_are_above_the_leaves check (height > 0),
    constraint tile_hashes_are_sha_256 check (length(hash) = 32)
);
comment on table ledger.tile is
    'No health information: the root of each 256 complete subtrees of the height below, so that a proof reads a few '
    'hundred hashes, however long the log.';

comment on table ledger.head is
    'No health information: how long the log is, and the hashes of its complete subtrees, the largest first. It moves '
    'with the places it counts, in one transaction.';

drop trigger the_head_moves_one_leaf_at_a_time on ledger.head;
drop function ledger.the_head_moves_one_leaf_at_a_time();

create function ledger.places_follow_without_a_gap() returns trigger language plpgsql as $$
begin
    if (select min(f.index) from fresh f) <> (select h.size from ledger.head h)
        or (select max(f.index) - min(f.index) + 1 <> count(*) from fresh f)
    then
        raise exception 'these places do not follow the last one' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

create function ledger.the_head_moves_with_its_places() returns trigger language plpgsql as $$
begin
    if new.size <= old.size
        or (select count(*) from ledger.hash h where h.index >= old.size and h.index < new.size) <> new.size - old.size
    then
        raise exception 'the head may not move from % to %', old.size, new.size using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger places_follow_without_a_gap after insert on ledger.hash
    referencing new table as fresh for each statement execute function ledger.places_follow_without_a_gap();
create trigger the_head_moves_with_its_places before update on ledger.head
    for each row execute function ledger.the_head_moves_with_its_places();
create trigger tiles_stay before update or delete or truncate on ledger.tile
    execute function house.refuse_change();

grant select, insert on ledger.tile to stillwater_app;
grant execute on all functions in schema ledger to stillwater_app;

create schema ledger;

create table ledger.leaf (
    index       bigint      primary key,
    bytes       bytea       not null,
    appended_at timestamptz not null,
    constraint indexes_start_at_zero check (index >= 0)
);
comment on table ledger.leaf is
    'The log itself: the exact bytes of signed decisions, in the order of signing. Health information. A patient reads '
    'their own decision where prescribing keeps it, never here by index.';
alter table ledger.leaf enable row level security;
alter table ledger.leaf force row level security;
create policy who_signs_appends on ledger.leaf for insert
    with check (house.acting_as('SYSTEM', 'PHYSICIAN'));
create policy who_signs_and_who_checks_read on ledger.leaf for select
    using (house.acting_as('SYSTEM', 'PHYSICIAN', 'COMPLIANCE'));

create table ledger.hash (
    index bigint primary key references ledger.leaf (index),
    leaf  bytea not null,
    root  bytea not null,
    constraint leaf_hashes_are_sha_256 check (length(leaf) = 32),
    constraint root_hashes_are_sha_256 check (length(root) = 32)
);
comment on table ledger.hash is
    'No health information: the hash of each leaf, and of the whole log up to and with it.';

create table ledger.head (
    only_one boolean primary key default true,
    size     bigint  not null,
    frontier bytea   not null,
    constraint there_is_one_head check (only_one),
    constraint frontier_fits_the_size check (length(frontier) = 32 * bit_count(size::bit(64)))
);
comment on table ledger.head is
    'No health information: how long the log is, and the hashes of its complete subtrees, the largest first. Whoever '
    'appends locks this row, so indexes have no gaps.';
insert into ledger.head (size, frontier) values (0, '');

create table ledger.checkpoint (
    size    bigint primary key,
    note    text        not null,
    made_at timestamptz not null
);
comment on table ledger.checkpoint is
    'No health information: the signed checkpoints, which stand outside the database as well.';

-- The rules once more, for whoever comes past the program.
create function ledger.leaves_follow_without_a_gap() returns trigger language plpgsql as $$
begin
    if new.index <> (select h.size from ledger.head h) then
        raise exception 'leaf % does not follow the last one', new.index using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function ledger.the_head_moves_one_leaf_at_a_time() returns trigger language plpgsql as $$
begin
    if new.size <> old.size + 1 or not exists (select from ledger.hash h where h.index = old.size) then
        raise exception 'the head may not move from % to %', old.size, new.size using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger leaves_follow_without_a_gap before insert on ledger.leaf
    for each row execute function ledger.leaves_follow_without_a_gap();
create trigger leaves_stay before update or delete or truncate on ledger.leaf
    execute function house.refuse_change();
create trigger hashes_stay before update or delete or truncate on ledger.hash
    execute function house.refuse_change();
create trigger checkpoints_stay before update or delete or truncate on ledger.checkpoint
    execute function house.refuse_change();
create trigger the_head_moves_one_leaf_at_a_time before update on ledger.head
    for each row execute function ledger.the_head_moves_one_leaf_at_a_time();
create trigger the_head_stays before insert or delete or truncate on ledger.head
    execute function house.refuse_change();

call house.open_to_application('ledger');
revoke update on ledger.leaf, ledger.hash, ledger.checkpoint from stillwater_app;
revoke insert on ledger.head from stillwater_app;

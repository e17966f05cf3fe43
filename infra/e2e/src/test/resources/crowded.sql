-- Copies two patients with everything that is theirs, @COPIES@ times each: for measuring pages, and for nothing
-- else. The database's superuser does it, with triggers and foreign keys asleep; every unique key and every check
-- is awake. What is common to all patients (staff, licenses, rules, the ledger) is not copied.
set session_replication_role = replica;
create schema crowd;
create table crowd.own (id uuid primary key);
insert into crowd.own values ('@FIRST@'), ('@SECOND@');

create function crowd.copied(one uuid, copy int) returns uuid immutable language sql
    return md5(one::text || '#' || copy)::uuid;

-- The columns that point to somebody or something shared.
create function crowd.is_shared(name text) returns boolean immutable language sql
    return name in ('physician_id', 'pharmacy_id', 'actor_id', 'organization', 'approved_by', 'closed_by', 'by_id',
        'for_id', 'offered_to', 'asked_by', 'told_by', 'kept_for', 'paused_by', 'claimed_by', 'visit_physician_id',
        'cover_id');

create view crowd.id_column as
select c.table_schema || '.' || quote_ident(c.table_name) as of_table, c.column_name as name
from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
where c.data_type = 'uuid' and t.table_type = 'BASE TABLE' and c.table_schema in
    ('audit', 'billing', 'checkins', 'enrollment', 'outlook', 'pharmacy', 'prescribing', 'review', 'visits');

-- Whatever stands in one row with something of theirs is theirs too.
do $$
declare
    one record;
    more bigint;
    found bigint := 1;
begin
    while found > 0 loop
        found := 0;
        for one in select of_table,
                string_agg(format('t.%I in (select o.id from crowd.own o)', name), ' or ') as theirs,
                string_agg(format('(t.%I)', name), ', ') as ids
            from crowd.id_column where not crowd.is_shared(name) and of_table <> 'audit.entry' group by of_table
        loop
            execute format('insert into crowd.own select distinct v.one from %s t, lateral (values %s) v(one)
                where v.one is not null and (%s) on conflict do nothing', one.of_table, one.ids, one.theirs);
            get diagnostics more = row_count;
            found := found + more;
        end loop;
    end loop;
end $$;

-- A row becomes @COPIES@ rows: each id of theirs another one, and what must be unique with the copy's number behind it.
do $$
declare
    one record;
    kept text;
    made text;
begin
    for one in select of_table, string_agg(format('t.%I in (select o.id from crowd.own o)', name), ' or ') as theirs
        from crowd.id_column where not crowd.is_shared(name) group by of_table
    loop
        select string_agg(quote_ident(c.column_name), ', '),
            string_agg(case
                when c.data_type = 'uuid' then format('case when t.%1$I in (select o.id from crowd.own o)
                    then crowd.copied(t.%1$I, n) else t.%1$I end', c.column_name)
                when u.column_name is not null and c.data_type = 'text' then format('t.%I || n', c.column_name)
                when u.column_name is not null and c.data_type = 'bigint' then
                    format('t.%I + 1000000 * n::bigint', c.column_name)
                else format('t.%I', c.column_name) end, ', ')
        into kept, made
        from information_schema.columns c
        left join (
            select i.indrelid, min(a.attname) as column_name from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indisunique and i.indnkeyatts = 1 group by i.indrelid, a.attnum) u
            on u.indrelid = one.of_table::regclass and u.column_name = c.column_name
        where c.table_schema || '.' || quote_ident(c.table_name) = one.of_table
            and c.is_identity = 'NO' and c.is_generated = 'NEVER'
            and coalesce(c.column_default, '') not like 'nextval%';
        execute format('insert into %s (%s) select %s from %s t, generate_series(1, @COPIES@) n where %s',
            one.of_table, kept, made, one.of_table, one.theirs);
    end loop;
end $$;

set session_replication_role = origin;
analyze;

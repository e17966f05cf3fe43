-- Two visits of one physician never overlap, also when one begins at a quarter of an hour between the usual times.
create extension if not exists btree_gist with schema visits;
drop index visits.physician_time_once;
alter table visits.visit add constraint one_visit_at_a_time exclude using gist (
    physician_id visits.gist_uuid_ops with =,
    tsrange(starts_at at time zone 'UTC', (starts_at at time zone 'UTC') + interval '30 minutes') with &&)
    where (stage in ('BOOKED', 'STARTED'));

-- A visit that ended, and its signed note, stay as they are.
create function visits.keep_ended() returns trigger language plpgsql as $$
begin
    if old.stage in ('FINISHED', 'CANCELED') then
        raise exception 'visit % has ended', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_ended before update on visits.visit
    for each row execute function visits.keep_ended();
grant execute on function visits.keep_ended() to stillwater_app;

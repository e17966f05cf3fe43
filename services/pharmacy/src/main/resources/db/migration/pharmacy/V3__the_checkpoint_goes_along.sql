-- Each order carries the ledger's latest checkpoint out of the house: who keeps an old order can show that the log was
-- that long then, and that it has only grown since.
alter table pharmacy.medication_order add column signed_checkpoint text not null default '';

create function pharmacy.keep_the_checkpoint() returns trigger language plpgsql as $$
begin
    if new.signed_checkpoint <> old.signed_checkpoint then
        raise exception 'order %: its checkpoint is not changed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_the_checkpoint before update on pharmacy.medication_order
    for each row execute function pharmacy.keep_the_checkpoint();
grant execute on function pharmacy.keep_the_checkpoint() to stillwater_app;

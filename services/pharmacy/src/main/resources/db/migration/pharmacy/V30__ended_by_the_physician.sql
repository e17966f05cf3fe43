-- A physician may end a prescription before it is filled: withdrawn before a pharmacy had it, canceled afterwards.
alter table pharmacy.medication_order
    drop constraint a_known_stage,
    add constraint a_known_stage check (stage in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN', 'SENT', 'ACCEPTED',
        'COMPOUNDING', 'SHIPPED', 'DELIVERED', 'REFUSED', 'WITHDRAWN', 'CANCELED'));

-- What a pharmacy never had it never sees.
drop policy the_pharmacy_reads_what_it_has on pharmacy.medication_order;
create policy the_pharmacy_reads_what_it_has on pharmacy.medication_order for select
    using (house.acting_as('PHARMACIST') and pharmacy_id = house.organization()
        and stage not in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN', 'WITHDRAWN'));
drop policy the_pharmacy_moves_what_it_has on pharmacy.medication_order;
create policy the_pharmacy_moves_what_it_has on pharmacy.medication_order for update
    using (house.acting_as('PHARMACIST') and pharmacy_id = house.organization()
        and stage not in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN', 'WITHDRAWN'));

-- Beside what V2 keeps: an order that was ended stays ended.
create function pharmacy.keep_the_end() returns trigger language plpgsql as $$
begin
    if old.stage in ('WITHDRAWN', 'CANCELED') and new.stage <> old.stage then
        raise exception 'order % has ended', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_the_end before update on pharmacy.medication_order
    for each row execute function pharmacy.keep_the_end();
grant execute on function pharmacy.keep_the_end() to stillwater_app;

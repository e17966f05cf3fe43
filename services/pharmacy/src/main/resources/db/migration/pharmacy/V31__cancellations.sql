-- What a pharmacy has and must not dispense is told to its own system too: planned with the end of the order, told
-- under an id of its own, and asked after when the answer is unknown.
create table pharmacy.cancellation (
    order_id   uuid        primary key references pharmacy.medication_order (id),
    message    uuid        not null,
    patient_id uuid        not null,
    stage      text        not null,
    planned_at timestamptz not null,
    since      timestamptz not null,
    human_told boolean     not null,
    version    integer     not null,
    constraint one_message_per_cancellation unique (message),
    constraint a_known_stage check (stage in ('PLANNED', 'TELLING', 'UNKNOWN', 'TOLD'))
);
comment on table pharmacy.cancellation is
    'That a pharmacy''s own system must learn that an order is canceled, and whether it has.';

alter table pharmacy.cancellation enable row level security;
alter table pharmacy.cancellation force row level security;
create policy the_program on pharmacy.cancellation using (house.acting_as('SYSTEM'));
create policy compliance_reads on pharmacy.cancellation for select using (house.acting_as('COMPLIANCE'));
grant select, insert, update on pharmacy.cancellation to stillwater_app;

create function pharmacy.keep_the_cancellation() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select 1 from pharmacy.medication_order o
                where o.id = new.order_id and o.patient_id = new.patient_id and o.stage = 'CANCELED') then
            raise exception 'order % is not canceled', new.order_id using errcode = 'restrict_violation';
        end if;
    elsif (new.order_id, new.message, new.patient_id, new.planned_at)
            is distinct from (old.order_id, old.message, old.patient_id, old.planned_at)
        or (old.stage = 'TOLD' and new.stage <> 'TOLD') or (old.human_told and not new.human_told) then
        raise exception 'cancellation of order %: what was told stays told', old.order_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_the_cancellation before insert or update on pharmacy.cancellation
    for each row execute function pharmacy.keep_the_cancellation();
grant execute on function pharmacy.keep_the_cancellation() to stillwater_app;

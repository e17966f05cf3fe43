create schema pharmacy;

create table pharmacy.medication_order (
    id                            uuid        primary key,
    number                        text        not null,
    decision_id                   uuid        not null,
    request_id                    uuid        not null,
    patient_id                    uuid        not null,
    pharmacy_id                   uuid        not null,
    stage                         text        not null,
    since                         timestamptz not null,
    attempts                      integer     not null,
    refusal_told                  boolean     not null,
    patient_words                 text        not null,
    held_because                  text        not null,
    prescribed_drug               text        not null,
    prescribed_strength           text        not null,
    prescribed_form               text        not null,
    prescribed_quantity           text        not null,
    prescribed_quantity_in_words  text        not null,
    prescribed_directions         text        not null,
    prescribed_days_supply        integer     not null,
    prescribed_refills            integer     not null,
    prescribed_issued_on          date        not null,
    prescribed_expires_on         date        not null,
    recipient_name                text        not null,
    recipient_date_of_birth       date        not null,
    recipient_address             text        not null,
    recipient_state               text        not null,
    prescriber_name               text        not null,
    prescriber_npi                text        not null,
    prescriber_dea                text        not null,
    prescriber_license            text        not null,
    prescriber_address            text        not null,
    signed_decision               uuid        not null,
    signed_leaf                   bigint      not null,
    signed_hash                   text        not null,
    shipment_carrier              text,
    shipment_tracking             text,
    shipment_shipped_at           timestamptz,
    shipment_delivered_at         timestamptz,
    rejection_reason              text,
    rejection_note                text,
    rejection_at                  timestamptz,
    version                       integer     not null,
    constraint one_order_per_decision unique (decision_id),
    constraint one_number_per_order unique (number),
    constraint a_known_stage check (stage in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN', 'SENT', 'ACCEPTED',
        'COMPOUNDING', 'SHIPPED', 'DELIVERED', 'REFUSED')),
    constraint shipped_with_tracking check (
        stage not in ('SHIPPED', 'DELIVERED') or (shipment_tracking is not null and shipment_shipped_at is not null)),
    constraint delivered_with_a_date check ((stage = 'DELIVERED') = (shipment_delivered_at is not null)),
    constraint refused_with_a_reason check ((stage = 'REFUSED') = (rejection_reason is not null))
);
create index medication_order_by_pharmacy on pharmacy.medication_order (pharmacy_id, stage);
create index medication_order_by_patient on pharmacy.medication_order (patient_id);
comment on table pharmacy.medication_order is
    'An approved and paid prescription on its way: copied from the signed record, never changed, and where it stands.';

create table pharmacy.order_step (
    order_id uuid        not null references pharmacy.medication_order (id),
    place    integer     not null,
    stage    text        not null,
    at       timestamptz not null,
    by_whom  text        not null,
    primary key (order_id, place)
);
comment on table pharmacy.order_step is 'Every stage an order passed, and who brought it there.';

create table pharmacy.judgement (
    id         uuid        primary key,
    order_id   uuid        not null references pharmacy.medication_order (id),
    patient_id uuid        not null,
    judged_at  timestamptz not null,
    allowed    boolean     not null,
    snapshot   text        not null
);
create index judgement_by_order on pharmacy.judgement (order_id);
comment on table pharmacy.judgement is
    'What the gate said before an order was sent, about which facts. Not for the pharmacist: more than they need.';

alter table pharmacy.medication_order enable row level security;
alter table pharmacy.medication_order force row level security;
create policy the_program on pharmacy.medication_order using (house.acting_as('SYSTEM'));
create policy the_patient_reads on pharmacy.medication_order for select using (house.is_patient(patient_id));
create policy the_pharmacy_reads_what_it_has on pharmacy.medication_order for select
    using (house.acting_as('PHARMACIST') and pharmacy_id = house.organization()
        and stage not in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN'));
create policy the_pharmacy_moves_what_it_has on pharmacy.medication_order for update
    using (house.acting_as('PHARMACIST') and pharmacy_id = house.organization()
        and stage not in ('PLANNED', 'HELD', 'SENDING', 'SENT_UNKNOWN'));

alter table pharmacy.order_step enable row level security;
alter table pharmacy.order_step force row level security;
create policy who_sees_the_order on pharmacy.order_step for select
    using (exists (select 1 from pharmacy.medication_order o where o.id = order_id));
create policy who_moves_the_order on pharmacy.order_step for insert
    with check (house.acting_as('SYSTEM', 'PHARMACIST')
        and exists (select 1 from pharmacy.medication_order o where o.id = order_id));

alter table pharmacy.judgement enable row level security;
alter table pharmacy.judgement force row level security;
create policy the_program on pharmacy.judgement using (house.acting_as('SYSTEM'));
create policy compliance_reads on pharmacy.judgement for select using (house.acting_as('COMPLIANCE'));

call house.open_to_application('pharmacy');

create trigger steps_stay before update or delete or truncate on pharmacy.order_step
    execute function house.refuse_change();
create trigger judgements_stay before update or delete or truncate on pharmacy.judgement
    execute function house.refuse_change();
revoke update on pharmacy.order_step, pharmacy.judgement from stillwater_app;

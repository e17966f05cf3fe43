-- A plan that Stripe was never asked about may be dropped when the treatment is stopped, and money for what was never sent
-- goes back.
alter table billing.subscription
    drop constraint only_a_planned_one_was_never_sent,
    add constraint what_began_was_sent check (stage in ('PLANNED', 'CANCELED') or sent_at is not null);
alter table billing.refund
    drop constraint refund_reason,
    add constraint refund_reason check (reason in ('CLINICAL_DENIAL', 'LEGAL_GATE_FAIL', 'NO_SHOW', 'PHARMACY_REJECT',
        'PATIENT_CANCEL', 'DUPLICATE', 'ADVERSE_EVENT', 'TREATMENT_STOPPED'));

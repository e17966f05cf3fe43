-- An order says what was signed, to the last letter, and its end is its end.
create function pharmacy.keep_what_was_copied() returns trigger language plpgsql as $$
begin
    if (new.id, new.number, new.decision_id, new.request_id, new.patient_id, new.pharmacy_id,
            new.prescribed_drug, new.prescribed_strength, new.prescribed_form, new.prescribed_quantity,
            new.prescribed_quantity_in_words, new.prescribed_directions, new.prescribed_days_supply,
            new.prescribed_refills, new.prescribed_issued_on, new.prescribed_expires_on,
            new.recipient_name, new.recipient_date_of_birth, new.recipient_address, new.recipient_state,
            new.prescriber_name, new.prescriber_npi, new.prescriber_dea, new.prescriber_license, new.prescriber_address,
            new.signed_decision, new.signed_leaf, new.signed_hash)
        is distinct from
        (old.id, old.number, old.decision_id, old.request_id, old.patient_id, old.pharmacy_id,
            old.prescribed_drug, old.prescribed_strength, old.prescribed_form, old.prescribed_quantity,
            old.prescribed_quantity_in_words, old.prescribed_directions, old.prescribed_days_supply,
            old.prescribed_refills, old.prescribed_issued_on, old.prescribed_expires_on,
            old.recipient_name, old.recipient_date_of_birth, old.recipient_address, old.recipient_state,
            old.prescriber_name, old.prescriber_npi, old.prescriber_dea, old.prescriber_license, old.prescriber_address,
            old.signed_decision, old.signed_leaf, old.signed_hash)
    then
        raise exception 'order %: what was signed is not changed here', old.id using errcode = 'restrict_violation';
    end if;
    if old.stage in ('DELIVERED', 'REFUSED') and new.stage <> old.stage then
        raise exception 'order % has ended', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_what_was_copied before update on pharmacy.medication_order
    for each row execute function pharmacy.keep_what_was_copied();
grant execute on function pharmacy.keep_what_was_copied() to stillwater_app;

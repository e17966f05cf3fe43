-- Billing staff and the program see the money of everybody; a patient sees their own. Nobody who treats a patient sees
-- whether they paid. What was declined is no concern of billing staff.
do $$
declare
    name text;
begin
    foreach name in array array['account', 'subscription', 'covered_decision', 'uncharged_request', 'invoice', 'refund',
        'owed_refund', 'notice', 'timeline', 'alarm']
    loop
        execute format('alter table billing.%I enable row level security', name);
        execute format('alter table billing.%I force row level security', name);
        execute format('create policy the_program on billing.%I using (house.acting_as(''SYSTEM''))', name);
    end loop;
    foreach name in array array['account', 'subscription', 'invoice', 'refund', 'owed_refund', 'timeline']
    loop
        execute format('create policy billing_staff on billing.%I using (house.acting_as(''BILLING''))', name);
    end loop;
    foreach name in array array['subscription', 'covered_decision', 'uncharged_request', 'invoice', 'refund', 'owed_refund']
    loop
        execute format('create policy the_patient on billing.%I for select using (house.is_patient(patient_id))', name);
    end loop;
    foreach name in array array['notice', 'alarm']
    loop
        execute format('create policy billing_staff on billing.%I for select using (house.acting_as(''BILLING''))', name);
    end loop;
end $$;

create policy the_patient on billing.account using (house.is_patient(patient_id));

call house.open_to_application('billing');
revoke update on billing.timeline, billing.alarm, billing.uncharged_request from stillwater_app;

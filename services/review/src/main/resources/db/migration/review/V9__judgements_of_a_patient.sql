-- What changed since last time is asked by patient, across their requests.
create index judgement_by_patient on review.judgement (patient_id, id);

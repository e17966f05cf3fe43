-- The answers of one patient over time, for the chart beside a case.
create index assessment_of_patient on enrollment.assessment (patient_id) where patient_id is not null;

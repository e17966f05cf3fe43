-- A canceled order that the pharmacy's own system does not confirm needs a telephone, and a prescription that the vendor
-- of electronic prescribing turned away needs somebody to ask why.
alter table review.follow_up drop constraint follow_up_reason_check;
alter table review.follow_up add constraint follow_up_reason_check check (reason in
    ('ALARMING_ANSWER', 'ANSWERS_SPEAK_AGAINST', 'ANSWER_NOT_UNDERSTOOD', 'PHARMACY_NOT_TOLD', 'PHARMACY_REFUSED',
     'PRESCRIPTION_NOT_FILED', 'UNDELIVERED'));

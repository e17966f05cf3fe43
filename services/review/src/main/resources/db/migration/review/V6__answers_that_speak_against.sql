-- Whoever asks for the next supply answers the questions anew; what they say may not wait for the visit.
alter table review.follow_up drop constraint follow_up_reason_check;
alter table review.follow_up add constraint follow_up_reason_check check (reason in
    ('ALARMING_ANSWER', 'ANSWERS_SPEAK_AGAINST', 'ANSWER_NOT_UNDERSTOOD', 'PHARMACY_REFUSED', 'UNDELIVERED'));

-- Who uses the program without texts answers check-ins on the website, as the form on messages says.
alter table checkins.reply alter column sid drop not null;
alter table checkins.reply alter column phone drop not null;
alter table checkins.reply add constraint texted_or_given_on_the_website check (
    (sid is not null and phone is not null)
    or (sid is null and phone is null and patient_id is not null and check_in_id is not null and score is not null));
comment on table checkins.reply is
    'What patients answered, word for word, by text or on the website, and what we understood.';

create policy the_patient_answers on checkins.reply for insert with check (
    house.is_patient(patient_id) and sid is null and read_at is null
    and exists (select from checkins.text_message asked
                where asked.id = check_in_id and asked.patient_id = reply.patient_id));

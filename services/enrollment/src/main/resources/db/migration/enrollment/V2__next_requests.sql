-- A patient who was let in asks again: for the next supply. Requests form a line; each is followed once, by one of the same
-- patient, and only after it was let in.
alter table enrollment.request drop constraint one_open_request_per_patient;
alter table enrollment.request add constraint request_of_a_patient unique (id, patient_id);
alter table enrollment.request add column follows uuid;
alter table enrollment.request add constraint followed_once unique (follows);
alter table enrollment.request add constraint follows_one_of_the_same_patient
    foreign key (follows, patient_id) references enrollment.request (id, patient_id);
create unique index one_first_request_per_patient on enrollment.request (patient_id) where follows is null;
create unique index one_open_request_per_patient on enrollment.request (patient_id) where stage <> 'ENROLLED';
create index request_latest on enrollment.request (patient_id, begun_at);

create function enrollment.follow_in_line() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.follows is distinct from old.follows then
        raise exception 'what a request follows stays';
    end if;
    if tg_op = 'INSERT' and new.follows is not null
            and not exists (select from enrollment.request where id = new.follows and stage = 'ENROLLED') then
        raise exception 'a request follows one that was let in';
    end if;
    return new;
end $$;
create trigger follow_in_line before insert or update on enrollment.request
    for each row execute function enrollment.follow_in_line();

-- An alarm is offered to one physician at a time, before any case.
alter table review.follow_up
    add offered_to    uuid,
    add offered_until timestamptz,
    add constraint offered_to_one_until_an_end check ((offered_to is null) = (offered_until is null));

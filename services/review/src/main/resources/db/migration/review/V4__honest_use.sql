-- How long a physician really looked, from what the server saw; and what gives compliance cause to ask.
create table review.look (
    id           bigint      generated always as identity primary key,
    case_id      uuid        not null,
    patient_id   uuid        not null,
    physician_id uuid        not null,
    kind         text        not null check (kind in ('CLAIM', 'OPEN', 'PAGE', 'STAY')),
    at           timestamptz not null
);
create index look_by_case on review.look (case_id, physician_id, at);
comment on table review.look is 'When a physician claimed, opened and stayed on a case.';
alter table review.look enable row level security;
alter table review.look force row level security;
create policy for_work on review.look using (house.acting_as('SYSTEM', 'PHYSICIAN'));
create trigger append_only before update or delete or truncate on review.look
    execute function house.refuse_change();

create table review.effort (
    case_id      uuid        primary key references review.review_case (id),
    patient_id   uuid        not null,
    physician_id uuid        not null,
    seconds      integer     not null check (seconds >= 0),
    pages        integer     not null check (pages >= 0),
    decided_at   timestamptz not null
);
create index effort_by_physician on review.effort (physician_id, decided_at);
comment on table review.effort is 'How long a physician looked at a case before deciding it, and how many pages they opened.';
alter table review.effort enable row level security;
alter table review.effort force row level security;
create policy for_the_program on review.effort using (house.acting_as('SYSTEM'));
create policy for_compliance on review.effort for select using (house.acting_as('COMPLIANCE'));
create trigger append_only before update or delete or truncate on review.effort
    execute function house.refuse_change();

create table review.concern (
    id           uuid        primary key,
    physician_id uuid        not null,
    kind         text        not null check (kind in ('TOO_MANY', 'TOO_FAST')),
    decisions    integer     not null,
    seconds      integer     not null,
    opened_at    timestamptz not null,
    closed_by    uuid,
    closed_at    timestamptz,
    outcome      text,
    constraint closed_by_someone_who_says_how
        check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null))
);
create unique index one_open_concern_of_a_kind on review.concern (physician_id, kind) where closed_at is null;
create index concern_by_time on review.concern (opened_at);
comment on table review.concern is 'That a physician decided too much too fast, for compliance to ask about.';
alter table review.concern enable row level security;
alter table review.concern force row level security;
create policy for_the_program on review.concern using (house.acting_as('SYSTEM'));
create policy for_compliance on review.concern using (house.acting_as('COMPLIANCE'));

call house.open_to_application('review');
revoke insert, update on review.move from stillwater_app;
revoke update on review.judgement, review.pause, review.pause_end, review.note, review.look, review.effort
    from stillwater_app;

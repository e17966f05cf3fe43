-- 21 CFR 1311.120: every month each practitioner gets a log of the controlled prescriptions they issued, and it is kept.
create table prescribing.monthly_log (
    physician_id uuid        not null,
    month        date        not null,
    entries      integer     not null,
    content      text        not null,
    hash         text        not null,
    made_at      timestamptz not null,
    primary key (physician_id, month),
    constraint a_whole_month check (month = date_trunc('month', month)::date),
    constraint hash_of_the_content check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
comment on table prescribing.monthly_log is 'What a physician prescribed in a month, as the log said it. Append-only.';

create table prescribing.log_review (
    physician_id uuid        not null,
    month        date        not null,
    hash         text        not null,
    reviewed_at  timestamptz not null,
    primary key (physician_id, month),
    constraint of_a_log_that_is_kept foreign key (physician_id, month) references prescribing.monthly_log
);
comment on table prescribing.log_review is 'No health information: that a physician read a monthly log, and which.';

alter table prescribing.monthly_log enable row level security;
alter table prescribing.monthly_log force row level security;
create policy the_program on prescribing.monthly_log using (house.acting_as('SYSTEM'));
create policy own on prescribing.monthly_log for select using (
    house.acting_as('COMPLIANCE') or (house.acting_as('PHYSICIAN') and physician_id = house.actor_id()));

alter table prescribing.log_review enable row level security;
alter table prescribing.log_review force row level security;
create policy read on prescribing.log_review for select using (
    house.acting_as('SYSTEM', 'COMPLIANCE') or (house.acting_as('PHYSICIAN') and physician_id = house.actor_id()));
create policy own on prescribing.log_review for insert with check (
    house.acting_as('PHYSICIAN') and physician_id = house.actor_id());

create trigger append_only before update or delete or truncate on prescribing.monthly_log
    execute function house.refuse_change();
create trigger append_only before update or delete or truncate on prescribing.log_review
    execute function house.refuse_change();
grant select, insert on prescribing.monthly_log, prescribing.log_review to stillwater_app;
create index decision_by_issue_date on prescribing.decision (physician_id, issue_date);

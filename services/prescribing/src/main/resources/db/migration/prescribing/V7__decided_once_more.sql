-- A request has one first answer. What stops, changes or renews a prescription may come later, under a claim of its own.
drop index prescribing.one_first_decision_per_request;
create unique index one_first_decision_per_request on prescribing.decision (request_id)
    where supersedes is null and about is null;

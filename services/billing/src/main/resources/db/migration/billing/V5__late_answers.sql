-- Two that ask Stripe at once may hear it in the wrong order. Each question has a number; an answer to an earlier one than
-- the last taken over is old.
create sequence billing.question;
grant usage on sequence billing.question to stillwater_app;

alter table billing.subscription add column answered bigint not null default 0;
comment on column billing.subscription.answered is 'The number of the question whose answer this is.';

-- Opening the room for a new table gave these back; they are written once and stay.
revoke update on billing.timeline, billing.alarm, billing.uncharged_request from stillwater_app;

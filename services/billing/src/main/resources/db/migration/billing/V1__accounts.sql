create schema billing;

create table billing.account (
    patient_id          uuid primary key,               -- enrollment's; no foreign key across rooms
    reference           uuid        not null,           -- all that Stripe is told about whose account this is
    email               text        not null,
    stripe_customer     text,
    open_session        text,                           -- the hosted page the patient was sent to last
    session_opened_at   timestamptz,
    card                text,                           -- Stripe's id of the card
    card_brand          text,
    card_last4          text,
    card_month          integer,
    card_year           integer,
    card_set_up_at      timestamptz,                    -- at Stripe; an older card never replaces a newer one
    opened_at           timestamptz not null,
    version             integer     not null,
    constraint one_account_per_reference unique (reference),
    constraint one_account_per_customer unique (stripe_customer),
    constraint a_card_is_whole check ((card is null) = (card_last4 is null) and (card is null) = (card_set_up_at is null))
);
comment on table billing.account is 'A patient''s money with us: the customer at Stripe, and the card on file.';

create table billing.subscription (
    id                  uuid primary key,
    patient_id          uuid        not null,
    stage               text        not null,
    price_cents         bigint      not null,
    attempt             integer     not null,           -- part of the idempotency key; grows only when Stripe surely has nothing
    card                text,                           -- what Stripe was told to charge
    stripe_subscription text,
    period_ends_at      timestamptz,
    planned_at          timestamptz not null,
    sent_at             timestamptz,                    -- when Stripe was first asked under this attempt
    checked_at          timestamptz,                    -- when Stripe last told us how it stands
    note                text,                           -- what Stripe said, when it refused
    version             integer     not null,
    constraint subscription_stage check (stage in ('PLANNED', 'STARTING', 'ACTIVE', 'PAST_DUE', 'CANCELED', 'REFUSED')),
    constraint only_a_planned_one_was_never_sent check (stage = 'PLANNED' or sent_at is not null),
    constraint what_runs_is_known_at_stripe check (stage not in ('ACTIVE', 'PAST_DUE') or stripe_subscription is not null),
    constraint one_row_per_stripe_subscription unique (stripe_subscription),
    constraint price_is_positive check (price_cents > 0)
);
create unique index one_running_subscription_per_patient
    on billing.subscription (patient_id) where stage not in ('CANCELED', 'REFUSED');
create index subscription_by_patient on billing.subscription (patient_id);
comment on table billing.subscription is 'A patient''s monthly plan: intended, sent to Stripe, running, over.';

create table billing.covered_decision (
    decision_id     uuid primary key,                   -- prescribing's
    request_id      uuid        not null,
    patient_id      uuid        not null,
    subscription_id uuid        not null references billing.subscription (id),
    approved_at     timestamptz not null,
    paid_at         timestamptz,                        -- set once, with the news that lets the order go out
    version         integer     not null
);
create index covered_decision_by_subscription on billing.covered_decision (subscription_id);
comment on table billing.covered_decision is 'An approved decision, and since when it is paid for.';

create table billing.uncharged_request (
    decision_id uuid primary key,
    request_id  uuid        not null,
    patient_id  uuid        not null,
    at          timestamptz not null
);
create index uncharged_request_by_patient on billing.uncharged_request (patient_id);
comment on table billing.uncharged_request is 'A request that was declined, for which nothing is charged.';

create table billing.invoice (
    id                    uuid primary key,
    patient_id            uuid        not null,
    subscription_id       uuid        not null references billing.subscription (id),
    stripe_invoice        text        not null,
    stripe_payment_intent text,
    number                text        not null,
    stage                 text        not null,
    due_cents             bigint      not null,
    paid_cents            bigint      not null,
    created_at            timestamptz not null,
    paid_at               timestamptz,
    next_attempt_at       timestamptz,
    version               integer     not null,
    constraint one_row_per_stripe_invoice unique (stripe_invoice),
    constraint invoice_stage check (stage in ('OPEN', 'PAID', 'VOID', 'UNCOLLECTIBLE')),
    constraint paid_says_when check ((stage = 'PAID') = (paid_at is not null))
);
create index invoice_by_patient on billing.invoice (patient_id);
comment on table billing.invoice is 'One month''s invoice, as Stripe last told us.';

create table billing.refund (
    id            uuid primary key,
    invoice_id    uuid        not null references billing.invoice (id),
    patient_id    uuid        not null,
    cents         bigint      not null,
    reason        text        not null,
    stage         text        not null,
    attempt       integer     not null,
    stripe_refund text,
    asked_by      uuid        not null,                 -- the person
    asked_at      timestamptz not null,
    sent_at       timestamptz,
    note          text,
    version       integer     not null,
    constraint refund_is_positive check (cents > 0),
    constraint refund_stage check (stage in ('PLANNED', 'SENT_UNKNOWN', 'PENDING', 'DONE', 'REFUSED', 'HUMAN')),
    constraint refund_reason check (reason in ('CLINICAL_DENIAL', 'LEGAL_GATE_FAIL', 'NO_SHOW', 'PHARMACY_REJECT',
        'PATIENT_CANCEL', 'DUPLICATE', 'ADVERSE_EVENT')),
    constraint one_row_per_stripe_refund unique (stripe_refund)
);
create index refund_by_patient on billing.refund (patient_id);
create index refund_by_invoice on billing.refund (invoice_id);
comment on table billing.refund is 'Money going back: intended, sent to Stripe, done or refused.';

create table billing.owed_refund (
    id         uuid primary key,
    patient_id uuid        not null,
    reason     text        not null,
    since      timestamptz not null,
    refund_id  uuid references billing.refund (id),     -- what settles it
    version    integer     not null
);
create index owed_refund_by_patient on billing.owed_refund (patient_id);
comment on table billing.owed_refund is 'Money we owe back and have not sent: the list of billing staff.';

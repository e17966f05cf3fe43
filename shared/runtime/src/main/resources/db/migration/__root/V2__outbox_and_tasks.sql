create schema events;

create table events.event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
create index event_publication_by_content on events.event_publication using hash (serialized_event);
create index event_publication_by_completion on events.event_publication (completion_date);
comment on table events.event_publication is 'No health information: news on its way to its listeners, ids only.';

create table events.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on events.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on events.scheduled_tasks (last_heartbeat);
comment on table events.scheduled_tasks is 'No health information: work to be done, by id.';

call house.open_to_application('events');
grant delete on all tables in schema events to stillwater_app;

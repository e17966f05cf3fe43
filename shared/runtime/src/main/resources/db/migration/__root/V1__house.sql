-- Who is acting, as each transaction was told. Row-level security in every room asks these functions.
create schema house;
comment on schema house is 'Who is acting, for row-level security.';

create function house.actor_kind() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('house.actor_kind', true), ''), 'NOBODY') $$;

create function house.actor_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('house.actor_id', true), '')::uuid $$;

create function house.organization() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('house.organization', true), '')::uuid $$;

create function house.acting_as(variadic kinds text[]) returns boolean language sql stable parallel safe as
$$ select house.actor_kind() = any (kinds) $$;

create function house.is_patient(patient uuid) returns boolean language sql stable parallel safe as
$$ select house.actor_kind() = 'PATIENT' and patient = house.actor_id() $$;

-- The last line of a room's migration: the application may use what stands in the schema, and delete nothing.
create procedure house.open_to_application(room text) language plpgsql as $$
begin
    execute format('grant usage on schema %I to stillwater_app', room);
    execute format('grant select, insert, update on all tables in schema %I to stillwater_app', room);
    execute format('grant usage on all sequences in schema %I to stillwater_app', room);
    execute format('grant execute on all functions in schema %I to stillwater_app', room);
end $$;

-- A row that was written stays as it was written. For append-only tables, beside the missing grant.
create function house.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_schema || '.' || tg_table_name, tg_op
        using errcode = 'restrict_violation';
end $$;

call house.open_to_application('house');

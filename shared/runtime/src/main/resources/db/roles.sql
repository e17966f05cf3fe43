-- The two roles of the database, made once by whoever runs the server. The owner migrates; the application owns nothing,
-- so it can neither switch off row-level security nor drop what must stay.
create role stillwater_owner login password 'stillwater_owner' nosuperuser nobypassrls;
create role stillwater_app login password 'stillwater_app' nosuperuser nobypassrls;

-- Run once by an administrator, inside the database that Stateline is to use:
--   psql -d llm_sim -f docs/how-to/postgresql-roles.sql
-- Where connection.schema names another schema than public, make that one first and put its name here.

-- Makes and changes the tables: 'stateline db migrate' runs as this role.
CREATE ROLE stateline_owner LOGIN;
-- Runs simulations: rows only, no tables.
CREATE ROLE stateline_app LOGIN;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO stateline_owner;
GRANT USAGE ON SCHEMA public TO stateline_app;

-- For all tables and views that the owner makes, now and at later upgrades.
ALTER DEFAULT PRIVILEGES FOR ROLE stateline_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stateline_app;

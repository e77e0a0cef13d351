-- The personal-data file of a workspace, attached as `pii` by the code that writes or shows it.
-- Ids are those of the workspace's tables; `meta` says which workspace that is.

CREATE TABLE pii.meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pii.household_pii (hh_id INTEGER PRIMARY KEY, head_name TEXT, phone TEXT, bank TEXT);
CREATE TABLE pii.person_pii (person_id INTEGER PRIMARY KEY, name TEXT, id_no TEXT);

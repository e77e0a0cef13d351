-- What closes a unit: values of criteria, visits, signatures, the supervision of listed places,
-- help for households; queries and states of the workspace kept by name.

ALTER TABLE criterion_value ADD COLUMN code TEXT;
ALTER TABLE criterion_value ADD COLUMN subject_key TEXT;
CREATE UNIQUE INDEX criterion_value_code ON criterion_value (code);

-- Successions are records with a key like all others; old_name keeps the name of a unit that was
-- renamed under its code.
CREATE TEMP TABLE succession_before AS SELECT * FROM unit_succession;
DROP TABLE unit_succession;
CREATE TABLE unit_succession (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    old_id INTEGER NOT NULL REFERENCES admin_unit (id), new_id INTEGER NOT NULL REFERENCES admin_unit (id),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'recode', 'rename', 'upgrade')),
    on_date TEXT NOT NULL, share REAL NOT NULL DEFAULT 1, old_name TEXT,
    dataset_id INTEGER REFERENCES dataset (id));
INSERT INTO unit_succession (code, old_id, new_id, kind, on_date, share)
    SELECT 'S-' || old_id || '-' || new_id, old_id, new_id, kind, on_date, share FROM succession_before;
DROP TABLE succession_before;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, subject_type TEXT NOT NULL
        CHECK (subject_type IN ('household', 'unit', 'site', 'facility', 'project')),
    subject_id INTEGER, subject_key TEXT NOT NULL, on_date TEXT NOT NULL,
    agrees INTEGER CHECK (agrees IN (0, 1)), finding TEXT, dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX visit_subject ON visit (subject_type, subject_id);

-- Signatures of the closure workflow. Rows are added, never changed: the history is the point.
CREATE TABLE closure_sign (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, subject_type TEXT NOT NULL
        CHECK (subject_type IN ('household', 'unit')),
    subject_id INTEGER, subject_key TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('village', 'town', 'county', 'prefecture')),
    role TEXT, action TEXT NOT NULL
        CHECK (action IN ('submit', 'check', 'approve', 'reject', 'reopen')),
    on_date TEXT NOT NULL, note TEXT, dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX closure_sign_subject ON closure_sign (subject_type, subject_id);

-- `month` is the first day of the month.
CREATE TABLE listing_aspect (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    listing_id INTEGER NOT NULL REFERENCES listing (id), month TEXT NOT NULL, aspect TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('met', 'unmet', 'unknown', 'exempt')), note TEXT,
    dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX listing_aspect_listing ON listing_aspect (listing_id);

CREATE TABLE review_cycle (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, subject_type TEXT NOT NULL
        CHECK (subject_type IN ('household', 'unit', 'site', 'facility', 'project')),
    subject_id INTEGER, subject_key TEXT NOT NULL, month TEXT NOT NULL,
    analysed_on TEXT, judged_on TEXT, dispatched_on TEXT, note TEXT,
    dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE measure (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL, lead_org TEXT,
    resp_orgs TEXT, due TEXT, dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    hh_id INTEGER NOT NULL REFERENCES household (id), topic TEXT, text TEXT,
    measure_id INTEGER REFERENCES measure (id), made_on TEXT, start TEXT, due TEXT,
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'dropped')),
    dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX plan_item_household ON plan_item (hh_id);

-- Old states of households by the day they ended, so that an earlier date finds them.
CREATE INDEX household_ended ON household (row_to) WHERE row_to IS NOT NULL;

CREATE TABLE saved_query (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, text TEXT NOT NULL,
    note TEXT, saved_at TEXT NOT NULL);

-- The workspace as it stood when it was frozen under a name: the columns of the Snapshot, each
-- in compressed pieces. Pieces that are alike are kept once, however many states hold them.
CREATE TABLE frozen (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, as_of TEXT NOT NULL, frozen_at TEXT NOT NULL,
    households INTEGER NOT NULL);
CREATE TABLE frozen_piece (
    id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX frozen_piece_hash ON frozen_piece (hash);
CREATE TABLE frozen_part (
    frozen_id INTEGER NOT NULL REFERENCES frozen (id), name TEXT NOT NULL, place INTEGER NOT NULL,
    piece_id INTEGER NOT NULL REFERENCES frozen_piece (id),
    PRIMARY KEY (frozen_id, name, place)) WITHOUT ROWID;
CREATE INDEX frozen_part_piece ON frozen_part (piece_id);

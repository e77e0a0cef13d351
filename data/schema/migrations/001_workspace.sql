-- The workspace of a campaign. Dates are ISO text, flags 0, 1 or NULL for not known, geometry
-- EPSG:4490 in lon lat order. The tables that a GIS shows carry registered geometry columns;
-- they are added by the store after this script, since SpatiaLite registers them by function.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
    json TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT);

CREATE TABLE dataset (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, source_org TEXT, as_of TEXT, crs_declared TEXT,
    datum TEXT NOT NULL DEFAULT 'unknown'
        CHECK (datum IN ('unknown', 'cgcs2000', 'wgs84', 'gcj02', 'bd09', 'local')),
    licence TEXT,
    secrecy TEXT NOT NULL DEFAULT 'internal' CHECK (secrecy IN ('public', 'internal', 'secret')));

CREATE TABLE admin_unit (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL,
    scheme TEXT NOT NULL DEFAULT 'stat12' CHECK (scheme IN ('stat12', 'group15', 'local')),
    level TEXT NOT NULL CHECK (level IN ('prefecture', 'county', 'town', 'village', 'group')),
    name TEXT NOT NULL, parent_id INTEGER REFERENCES admin_unit (id), urban_class TEXT,
    is_poor_unit INTEGER CHECK (is_poor_unit IN (0, 1)),
    is_deep_poor INTEGER CHECK (is_deep_poor IN (0, 1)),
    valid_from TEXT, valid_to TEXT,
    geom_grade TEXT NOT NULL DEFAULT 'none'
        CHECK (geom_grade IN ('official', 'approx', 'voronoi', 'none')),
    dataset_id INTEGER REFERENCES dataset (id));
CREATE UNIQUE INDEX admin_unit_code ON admin_unit (code) WHERE valid_to IS NULL;
CREATE INDEX admin_unit_parent ON admin_unit (parent_id);

-- Formal status of a unit, dated: a county may exit in the middle of a campaign.
CREATE TABLE unit_status (
    unit_id INTEGER NOT NULL REFERENCES admin_unit (id), on_date TEXT NOT NULL,
    formal_status TEXT NOT NULL
        CHECK (formal_status IN ('unknown', 'unexited', 'returned', 'exited', 'never_registered')),
    dataset_id INTEGER REFERENCES dataset (id), PRIMARY KEY (unit_id, on_date)) WITHOUT ROWID;

CREATE TABLE unit_succession (
    old_id INTEGER NOT NULL REFERENCES admin_unit (id), new_id INTEGER NOT NULL REFERENCES admin_unit (id),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'recode', 'rename', 'upgrade')),
    on_date TEXT NOT NULL, share REAL NOT NULL DEFAULT 1, PRIMARY KEY (old_id, new_id)) WITHOUT ROWID;

CREATE TABLE unit_stat (
    unit_id INTEGER NOT NULL REFERENCES admin_unit (id), as_of TEXT NOT NULL,
    households INTEGER, persons INTEGER, agri_persons INTEGER, hh_reg INTEGER, p_reg INTEGER,
    area_km2_published REAL, dataset_id INTEGER REFERENCES dataset (id),
    PRIMARY KEY (unit_id, as_of)) WITHOUT ROWID;

CREATE TABLE site (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('poverty_relocation', 'hydropower_resettlement', 'reservoir', 'disaster', 'other')),
    host_unit_id INTEGER REFERENCES admin_unit (id), county_id INTEGER REFERENCES admin_unit (id),
    planned_hh INTEGER, planned_p INTEGER, moved_hh INTEGER, moved_p INTEGER, done_on TEXT,
    dataset_id INTEGER REFERENCES dataset (id));

-- Rows are dated: a change on a later date closes the row (row_to) and opens another. Criterion
-- inputs that come with every household are columns; persons are folded into crit_education and
-- crit_medical by the transaction that writes them.
CREATE TABLE household (
    id INTEGER PRIMARY KEY, hh_code TEXT NOT NULL,
    origin_unit_id INTEGER REFERENCES admin_unit (id),
    current_unit_id INTEGER REFERENCES admin_unit (id),
    group_id INTEGER REFERENCES admin_unit (id), site_id INTEGER REFERENCES site (id),
    formal_status TEXT NOT NULL DEFAULT 'unknown'
        CHECK (formal_status IN ('unknown', 'unexited', 'returned', 'exited', 'never_registered')),
    watch TEXT NOT NULL DEFAULT 'unknown'
        CHECK (watch IN ('unknown', 'none', 'monitored', 'marginal', 'sudden')),
    watch_active INTEGER CHECK (watch_active IN (0, 1)),
    exit_year INTEGER, persons INTEGER CHECK (persons >= 0),
    in_scope INTEGER NOT NULL DEFAULT 1 CHECK (in_scope IN (0, 1)),
    income_pc REAL, income_basis TEXT CHECK (income_basis IN ('actual', 'estimated')),
    livelihood_mode TEXT CHECK (livelihood_mode IN ('job', 'business', 'safety_net')),
    livelihood_ok INTEGER CHECK (livelihood_ok IN (0, 1)),
    food INTEGER CHECK (food IN (0, 1)), clothing INTEGER CHECK (clothing IN (0, 1)),
    house_grade TEXT CHECK (house_grade IN ('A', 'B', 'C', 'D')),
    house_occupied INTEGER CHECK (house_occupied IN (0, 1)),
    w_quantity INTEGER CHECK (w_quantity IN (0, 1)), w_quality INTEGER CHECK (w_quality IN (0, 1)),
    w_access INTEGER CHECK (w_access IN (0, 1)), w_assurance INTEGER CHECK (w_assurance IN (0, 1)),
    crit_education TEXT NOT NULL DEFAULT 'unknown'
        CHECK (crit_education IN ('met', 'unmet', 'unknown', 'exempt')),
    crit_medical TEXT NOT NULL DEFAULT 'unknown'
        CHECK (crit_medical IN ('met', 'unmet', 'unknown', 'exempt')),
    class4 INTEGER CHECK (class4 IN (0, 1)), class4_new INTEGER CHECK (class4_new IN (0, 1)),
    dibao INTEGER CHECK (dibao IN (0, 1)), no_labour INTEGER CHECK (no_labour IN (0, 1)),
    cause_main TEXT, special TEXT, watch_from TEXT, watch_cleared_on TEXT,
    loc_src TEXT CHECK (loc_src IN ('gps', 'digitised', 'seat', 'geocode', 'baidu')),
    loc_acc_m REAL,
    loc_state TEXT NOT NULL DEFAULT 'missing'
        CHECK (loc_state IN ('ok', 'approx', 'outside_unit', 'missing')),
    row_from TEXT NOT NULL, row_to TEXT, dataset_id INTEGER REFERENCES dataset (id));
CREATE UNIQUE INDEX household_code ON household (hh_code) WHERE row_to IS NULL;

CREATE TABLE person (
    id INTEGER PRIMARY KEY, hh_id INTEGER NOT NULL REFERENCES household (id), p_code TEXT NOT NULL UNIQUE,
    birth_year INTEGER, relation TEXT, student_state TEXT, health_state TEXT, labour TEXT,
    medins INTEGER CHECK (medins IN (0, 1)), critins INTEGER CHECK (critins IN (0, 1)),
    medaid_scope INTEGER CHECK (medaid_scope IN (0, 1)), pension INTEGER CHECK (pension IN (0, 1)),
    dropout TEXT NOT NULL DEFAULT 'unknown'
        CHECK (dropout IN ('no', 'yes', 'home_teaching', 'health_exempt', 'unknown')),
    work_months INTEGER, dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX person_household ON person (hh_id);

CREATE TABLE criterion_value (
    id INTEGER PRIMARY KEY, subject_type TEXT NOT NULL, subject_id INTEGER NOT NULL,
    criterion TEXT NOT NULL, as_of TEXT NOT NULL, num REAL, txt TEXT,
    result TEXT NOT NULL CHECK (result IN ('met', 'unmet', 'unknown', 'exempt')), exempt_reason TEXT,
    method TEXT NOT NULL CHECK (method IN ('reported', 'computed', 'verified')),
    dataset_id INTEGER REFERENCES dataset (id));
CREATE INDEX criterion_value_subject ON criterion_value (subject_type, subject_id, criterion);

CREATE TABLE facility (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT,
    unit_id INTEGER REFERENCES admin_unit (id), grade TEXT, staff INTEGER, area_m2 REAL,
    capacity INTEGER, state TEXT CHECK (state IN ('working', 'building', 'broken', 'closed')),
    upkeep_owner TEXT, dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE road (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT, class TEXT, surface TEXT,
    width_m REAL, state TEXT, dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE project (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, topic TEXT,
    unit_id INTEGER REFERENCES admin_unit (id), site_id INTEGER REFERENCES site (id),
    budget_wan REAL, paid_wan REAL, source TEXT, start TEXT, due TEXT, done_on TEXT,
    progress_pct REAL, publicised_on TEXT, upkeep_owner TEXT, dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE problem (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, source TEXT, subject_type TEXT NOT NULL
        CHECK (subject_type IN ('household', 'unit', 'site', 'facility', 'project')),
    subject_id INTEGER, subject_key TEXT NOT NULL, topic TEXT, text TEXT, found_on TEXT, due_on TEXT,
    lead_org TEXT, state TEXT NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'fixing', 'submitted', 'verified', 'closed', 'reopened')),
    closed_on TEXT, verifier_level TEXT, evidence TEXT, dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE listing (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, profile_id INTEGER REFERENCES profile (id),
    subject_type TEXT NOT NULL CHECK (subject_type IN ('village', 'town', 'site', 'county')),
    subject_id INTEGER, subject_key TEXT, subject_name TEXT NOT NULL,
    issuer_level TEXT NOT NULL CHECK (issuer_level IN ('national', 'province', 'prefecture', 'county')),
    rule_id TEXT, basis TEXT NOT NULL DEFAULT 'official' CHECK (basis IN ('official', 'rule', 'both')),
    "from" TEXT, "to" TEXT, lead_org TEXT,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'lifted')),
    dataset_id INTEGER REFERENCES dataset (id));

CREATE TABLE responsibility (
    id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES admin_unit (id),
    role TEXT NOT NULL, org TEXT NOT NULL, "from" TEXT, "to" TEXT,
    dataset_id INTEGER REFERENCES dataset (id), UNIQUE (unit_id, role, org));

CREATE TABLE import_mapping (
    id INTEGER PRIMARY KEY, layout TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL,
    saved_at TEXT NOT NULL, UNIQUE (layout, kind));

-- One row a transaction, and one a record it touched. `before` and `after` are JSON of the
-- changed columns; personal data never stands in them.
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
    dataset_id INTEGER REFERENCES dataset (id));
CREATE TABLE change_log (
    id INTEGER PRIMARY KEY, change_set_id INTEGER NOT NULL REFERENCES change_set (id),
    entity TEXT NOT NULL, entity_id INTEGER NOT NULL, action TEXT NOT NULL
        CHECK (action IN ('insert', 'update', 'delete', 'insert_many')),
    before TEXT, after TEXT);

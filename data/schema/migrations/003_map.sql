-- How this office has its map drawn: looks of layers and map themes, as JSON that fits
-- look.schema.json and map_theme.schema.json. One of a kind and name.
CREATE TABLE kept_definition (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('look', 'theme')),
    name TEXT NOT NULL, json TEXT NOT NULL, saved_at TEXT NOT NULL, UNIQUE (kind, name));

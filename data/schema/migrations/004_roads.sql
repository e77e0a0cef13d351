-- Rules of the road: in which direction it may be driven (along its line or against it), and the
-- codes of roads that must not be entered from it where they meet, joined by commas.
ALTER TABLE road ADD COLUMN one_way TEXT CHECK (one_way IN ('both', 'forward', 'backward'));
ALTER TABLE road ADD COLUMN no_turns TEXT;

-- Whether a school is public (公办); null = not told.
ALTER TABLE school ADD COLUMN is_public boolean;

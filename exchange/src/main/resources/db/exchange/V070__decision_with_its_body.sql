-- The statement that inserts decisions joins their bodies and inserts none without: one look for a batch, where the key looked for each row.
-- Bodies are never deleted.
ALTER TABLE decision DROP CONSTRAINT decision_body_hash_fkey;

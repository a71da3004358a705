-- Rows of a retired slot stay for a while: a question asked under the view before the swap must still find them.
ALTER TABLE replica_slot ADD COLUMN retired_at timestamptz;

-- Which leaf records the answer; its hash stands in the leaf. Replaces the whole receipt, which stays for decisions of before.
ALTER TABLE decision ADD COLUMN leaf_index bigint;

-- A salt is looked for by its person. By leaf it is looked for seldom, and salts lie in the order of their leaves.
ALTER TABLE ledger_salt DROP CONSTRAINT ledger_salt_pkey;
CREATE INDEX ledger_salt_index ON ledger_salt USING brin (index);

-- Whose salt it is: found when the person asks who looked, and when the person is erased. Goes with the salt; the leaf keeps only the hash.
ALTER TABLE ledger_salt ADD COLUMN person bytea;
CREATE INDEX ledger_salt_person ON ledger_salt (person);

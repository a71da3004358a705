-- A person's looks, newest first and page by page. Replaces the index by person alone; an erased person's entries go with her salts.
CREATE INDEX ledger_salt_usage ON ledger_salt (person, index);
DROP INDEX ledger_salt_person;

-- Whose parent somebody is, asked when that person is erased.
CREATE INDEX kinship_parent ON kinship (parent);

-- An objection to a fact is a correction at the fact's owner. citizen, claimed: sealed, and gone once the owner has heard of it.
ALTER TABLE ranking_objection
    ADD COLUMN citizen    bytea,
    ADD COLUMN claimed    bytea,
    ADD COLUMN correction text NOT NULL DEFAULT '',
    ADD COLUMN refusal    text NOT NULL DEFAULT '';
CREATE INDEX ranking_objection_unsent ON ranking_objection (raised_on, id) WHERE citizen IS NOT NULL;

-- Under which name leaves are signed, from which stored index on. No row: all leaves are of the first name. A row is added when a database that
-- was set back goes on under another name; the leaf at first_index says so.
CREATE TABLE ledger_origin (
    origin      text   PRIMARY KEY,
    first_index bigint NOT NULL UNIQUE
);
CREATE TRIGGER ledger_origin_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_origin
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

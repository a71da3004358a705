-- The record of every look at a person's data: appended in the commit before the answer leaves, never changed.
CREATE TABLE ledger_leaf (
    index bigint PRIMARY KEY,
    leaf bytea NOT NULL,
    leaf_hash bytea NOT NULL
);

CREATE TABLE ledger_head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    next_index bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO ledger_head (next_index) VALUES (0);

-- Destroyed when a person is erased: without its salt a person's hash in a leaf tells nothing.
CREATE TABLE ledger_salt (
    index bigint NOT NULL,
    ordinal int NOT NULL,
    salt bytea NOT NULL,
    PRIMARY KEY (index, ordinal)
);

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE TRIGGER ledger_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

-- Decisions. A body is stored once under its hash, however often the same question is asked of the same facts.
CREATE TABLE decision_body (
    hash bytea PRIMARY KEY,
    body bytea NOT NULL
);

CREATE TABLE decision (
    id text PRIMARY KEY,
    body_hash bytea NOT NULL REFERENCES decision_body,
    division text NOT NULL,
    persons bytea[] NOT NULL,
    envelope bytea NOT NULL,
    finality int NOT NULL,
    officer_act bytea,
    version int NOT NULL DEFAULT 1
);

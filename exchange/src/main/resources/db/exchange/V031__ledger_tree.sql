-- The tree over the leaves, for each name (origin) under which the ledger is signed. What is signed is stored here first.
CREATE TABLE ledger_tree (
    origin text PRIMARY KEY,
    size bigint NOT NULL,
    frontier bytea NOT NULL
);

-- Hashes of C2SP tlog-tiles, 32 bytes each, the partial tiles too: each grows at its end until it has 256.
CREATE TABLE ledger_tile (
    origin text NOT NULL,
    level smallint NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (origin, level, index)
);
ALTER TABLE ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE ledger_checkpoint (
    origin text NOT NULL,
    size bigint NOT NULL,
    note bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (origin, size)
);

-- What other departments' witnesses said of this ledger's checkpoints: a signature line of the note.
CREATE TABLE ledger_cosignature (
    origin text NOT NULL,
    size bigint NOT NULL,
    witness text NOT NULL,
    note bytea NOT NULL,
    PRIMARY KEY (origin, size, witness),
    FOREIGN KEY (origin, size) REFERENCES ledger_checkpoint ON DELETE CASCADE
);

-- As a witness: of each other ledger the tree that was cosigned last. Stored before the cosignature is given away.
CREATE TABLE ledger_witnessed (
    origin text PRIMARY KEY,
    size bigint NOT NULL,
    root bytea NOT NULL
);

-- How far the other departments' ledger topics were read.
CREATE TABLE ledger_topic_read (
    topic text PRIMARY KEY,
    next_offset bigint NOT NULL
);

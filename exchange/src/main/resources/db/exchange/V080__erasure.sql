-- Erasures of persons: asked for by one administrator, confirmed by another. A row stays, with a pseudonym and no more, so that the absence
-- of the person can be shown and what a statute kept is erased when its time is over.
CREATE TABLE erasure (
    id           text        PRIMARY KEY,
    person       bytea       NOT NULL,
    ground       integer     NOT NULL,
    basis        text        NOT NULL,
    case_ref     text        NOT NULL,
    asked_by     text        NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_by text,
    erased_at    timestamptz,
    -- The first leaf of the ledger after the erasure.
    next_leaf    bigint
);
CREATE INDEX erasure_person ON erasure (person);

-- What is kept of an erased person in the owner's tables, and until which day.
CREATE TABLE erasure_kept (
    erasure text NOT NULL REFERENCES erasure,
    dataset text NOT NULL,
    until   date NOT NULL,
    PRIMARY KEY (erasure, dataset)
);

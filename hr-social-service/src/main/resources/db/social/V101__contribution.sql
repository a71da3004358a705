-- What one employer paid for one person, kind, place and year: twelve slots a row, so that a fact of a year is read and written whole.
-- paid, back_paid: bit 0 = January … bit 11 = December. bases: contribution base in fen a month, by month; 0 where nothing was paid.
CREATE TABLE contribution_year (
    person    bytea    NOT NULL,
    kind      smallint NOT NULL CHECK (kind BETWEEN 1 AND 5),
    place     text     NOT NULL,
    year      smallint NOT NULL,
    employer  text     NOT NULL,
    paid      smallint NOT NULL,
    back_paid smallint NOT NULL CHECK (back_paid & ~paid = 0),
    bases     bigint[] NOT NULL CHECK (cardinality(bases) = 12),
    PRIMARY KEY (person, kind, place, year, employer)
) WITH (fillfactor = 90);

-- Version of a person's ledger: raised by every change, the etag of a correction.
CREATE TABLE contribution_ledger (
    person  bytea  PRIMARY KEY,
    version bigint NOT NULL
) WITH (fillfactor = 90);

-- Payments that no longer stand, and why.
CREATE TABLE contribution_history (
    id          bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    person      bytea       NOT NULL,
    kind        smallint    NOT NULL,
    place       text        NOT NULL,
    year        smallint    NOT NULL,
    month       smallint    NOT NULL,
    employer    text        NOT NULL,
    base_fen    bigint      NOT NULL,
    back_paid   boolean     NOT NULL,
    reason      text        NOT NULL,
    changed_by  text        NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX contribution_history_person ON contribution_history (person);

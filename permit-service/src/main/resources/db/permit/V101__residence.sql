-- One row per period at an address; valid_to null = still there. kind: 1 registration, 2 temporary permit, 3 registration card, 4 work permit.
CREATE TABLE residence_period (
    person     bytea    NOT NULL,
    division   text     NOT NULL,
    kind       smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
    valid_from date     NOT NULL,
    valid_to   date     CHECK (valid_to >= valid_from),
    address    text     NOT NULL,
    PRIMARY KEY (person, division, kind, valid_from)
);

-- Mandates for large batches: asked for by an officer with the list of persons, answered by a supervisor. The list goes when the mandate has ended.
CREATE TABLE mandate (
    id          text        PRIMARY KEY,
    version     bigint      NOT NULL DEFAULT 1,
    state       text        NOT NULL DEFAULT 'REQUESTED',
    method      text        NOT NULL,
    division    text        NOT NULL,
    purpose     integer     NOT NULL,
    case_ref    text        NOT NULL,
    size        integer     NOT NULL,
    list_hash   bytea       NOT NULL,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    valid_until date        NOT NULL,
    answered_by text        NOT NULL DEFAULT '',
    answered_at timestamptz,
    reason      text        NOT NULL DEFAULT ''
);
CREATE INDEX mandate_asked ON mandate (asked_at DESC);

CREATE TABLE mandate_person (
    mandate text  NOT NULL REFERENCES mandate,
    person  bytea NOT NULL,
    PRIMARY KEY (mandate, person)
);
CREATE INDEX mandate_person_person ON mandate_person (person);

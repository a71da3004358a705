-- Filings for permit points. An item that was claimed stands in claim_item with what was written in claim_value; findings of officers likewise,
-- with an empty value where nothing could be verified.
CREATE TABLE points_filing (
    id            text   PRIMARY KEY,
    person        bytea  NOT NULL,
    division      text   NOT NULL,
    employer      text,
    filed_on      date   NOT NULL,
    claim_item    text[] NOT NULL,
    claim_value   text[] NOT NULL,
    finding_item  text[] NOT NULL,
    finding_value text[] NOT NULL,
    found_in      text[] NOT NULL,
    accepted_on   date,
    due_on        date,
    determined_on date,
    version       bigint NOT NULL,
    CHECK ((accepted_on IS NULL) = (due_on IS NULL))
);
CREATE UNIQUE INDEX points_filing_open ON points_filing (person) WHERE determined_on IS NULL;
CREATE INDEX points_filing_person ON points_filing (person);
CREATE INDEX points_filing_due ON points_filing (due_on, id) WHERE determined_on IS NULL;

-- The score fixed last. points: NULL after a veto. permit_incarnation, permit_version: fact of the permit by which stands_until is known.
CREATE TABLE points_score (
    person             bytea   PRIMARY KEY,
    division           text    NOT NULL,
    filing             text    NOT NULL,
    decision           text    NOT NULL,
    points             integer,
    standard_reached   boolean NOT NULL,
    determined_on      date    NOT NULL,
    stands_until       date    NOT NULL,
    permit_incarnation integer NOT NULL,
    permit_version     bigint  NOT NULL
) WITH (fillfactor = 90);

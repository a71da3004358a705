-- Transfers of pension relations between provinces, with the days of their three steps; due_on is that of the step waited for.
CREATE TABLE pension_transfer (
    id             text   PRIMARY KEY,
    person         bytea  NOT NULL,
    from_place     text   NOT NULL,
    to_place       text   NOT NULL,
    requested_on   date   NOT NULL,
    answered_on    date,
    handed_over_on date,
    closed_on      date,
    due_on         date,
    decision       text   NOT NULL,
    version        bigint NOT NULL,
    CHECK ((closed_on IS NULL) = (due_on IS NOT NULL))
);
CREATE UNIQUE INDEX pension_transfer_open ON pension_transfer (person) WHERE closed_on IS NULL;
CREATE INDEX pension_transfer_person ON pension_transfer (person);

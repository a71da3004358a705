-- Doses given. vaccine: code of the national immunisation programme.
CREATE TABLE dose (
    person   bytea NOT NULL REFERENCES recipient,
    vaccine  text  NOT NULL,
    given_on date  NOT NULL,
    division text  NOT NULL,
    PRIMARY KEY (person, vaccine, given_on)
);

-- Version of a person's vaccination record: raised by every change, its etag.
CREATE TABLE vaccination_record (
    person  bytea  PRIMARY KEY,
    version bigint NOT NULL
) WITH (fillfactor = 90);

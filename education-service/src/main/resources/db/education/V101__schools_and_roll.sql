-- Schools, as the department's own files bring them.
CREATE TABLE school (
    code     text PRIMARY KEY,
    name     text NOT NULL,
    division text NOT NULL,
    stage    text NOT NULL,
    seats    int  NOT NULL CHECK (seats >= 0)
);

-- The school roll (学籍): one row per period of a pupil at a school. A pupil is known by the exchange's person key alone.
CREATE TABLE enrolment (
    person  bytea NOT NULL,
    school  text  NOT NULL REFERENCES school (code),
    stage   text  NOT NULL,
    from_on date  NOT NULL,
    to_on   date,
    PRIMARY KEY (person, school, from_on),
    CHECK (to_on IS NULL OR to_on >= from_on)
);

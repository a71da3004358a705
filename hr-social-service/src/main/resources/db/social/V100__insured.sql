-- The only table of this department in which an ID number stands; everything else knows a person by key.
CREATE TABLE insured (
    person     bytea PRIMARY KEY,
    citizen_id text  NOT NULL UNIQUE
);

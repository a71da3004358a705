-- The only table of this department in which an ID number stands; everything else knows a person by key.
CREATE TABLE recipient (
    person     bytea PRIMARY KEY,
    citizen_id text  NOT NULL UNIQUE,
    birth_date date  NOT NULL
);

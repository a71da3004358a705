-- What public security knows of a person, by the person's pseudonym; ID numbers are not stored.
CREATE TABLE hukou (
    person   bytea PRIMARY KEY,
    division text  NOT NULL,
    since    date
);

-- Names as on the ID card, needed to explain a difference; they never leave this database.
CREATE TABLE person_name (
    person bytea PRIMARY KEY,
    name   text  NOT NULL
);

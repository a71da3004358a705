-- Permits with their dates; whether one is valid follows from the dates and is never stored.
CREATE TABLE permit (
    person           bytea NOT NULL,
    number           text  NOT NULL,
    division         text  NOT NULL,
    issued_on        date  NOT NULL,
    endorsed_to      date  NOT NULL,
    years_count_from date  NOT NULL,
    cancelled_on     date,
    PRIMARY KEY (person, number)
);
CREATE UNIQUE INDEX permit_number ON permit (number);
CREATE SEQUENCE permit_number_seq;

-- The school's check of vaccinations: the latest of each entry of a pupil. Doses that were missing are kept until the next check.
CREATE TABLE vaccination_check (
    pupil      bytea  NOT NULL,
    school     text   NOT NULL REFERENCES school (code),
    entered_on date   NOT NULL,
    pupil_ref  text   NOT NULL,
    checked_on date   NOT NULL,
    missing    text[] NOT NULL,
    PRIMARY KEY (pupil, school, entered_on)
);
CREATE INDEX vaccination_check_of_school ON vaccination_check (school) WHERE cardinality(missing) > 0;

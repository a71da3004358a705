-- A transfer (转学) that a school has asked for and the pupil's school has not released yet.
CREATE TABLE roll_transfer (
    pupil   bytea PRIMARY KEY,
    school  text  NOT NULL REFERENCES school (code),
    from_on date  NOT NULL
);

-- One boolean a person, nothing else: only dated rule sets ask for it.
CREATE TABLE family_planning (
    person    bytea   PRIMARY KEY REFERENCES recipient,
    compliant boolean NOT NULL
);

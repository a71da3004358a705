-- Employment as employers report it. Contributions prove employment too; that part is derived and not stored here.
CREATE TABLE employment (
    person   bytea   NOT NULL,
    employer text    NOT NULL,
    since    date    NOT NULL,
    until    date    CHECK (until >= since),
    division text    NOT NULL,
    flexible boolean NOT NULL,
    PRIMARY KEY (person, employer, since)
);

-- A round of admission (招生): one school year in one division. The seed of its lottery is drawn when it opens.
CREATE TABLE admission_round (
    id               text    PRIMARY KEY,
    year             int     NOT NULL,
    division         text    NOT NULL,
    mode             text    NOT NULL,
    tie_break        text[]  NOT NULL,
    publication_days int     NOT NULL,
    most_preferences int     NOT NULL,
    source           text    NOT NULL,
    unverified       text[]  NOT NULL,
    opens            date    NOT NULL,
    closes           date    NOT NULL CHECK (closes >= opens),
    closed           boolean NOT NULL,
    seed             text    NOT NULL,
    next_number      int     NOT NULL,
    version          bigint  NOT NULL,
    UNIQUE (year, division)
);

CREATE TABLE admission_seats (
    round  text NOT NULL REFERENCES admission_round (id),
    school text NOT NULL REFERENCES school (code),
    seats  int  NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (round, school)
);

-- An application for a school place. Persons stand in it by their keys alone; the day of birth is the child's, which a verification needs.
CREATE TABLE school_application (
    number          text    PRIMARY KEY,
    round           text    NOT NULL REFERENCES admission_round (id),
    school_year     int     NOT NULL,
    child           bytea   NOT NULL,
    born            date    NOT NULL,
    guardians       bytea[] NOT NULL,
    guardian_sexes  text[]  NOT NULL,
    preferences     text[]  NOT NULL,
    filed_on        date    NOT NULL,
    withdrawn       boolean NOT NULL,
    review_ranked   boolean,
    review_points   int,
    review_officer  text,
    review_reason   text,
    review_article  text,
    review_on       date,
    review_decision text,
    version         bigint  NOT NULL
);
CREATE INDEX school_application_of_round ON school_application (round, number);
CREATE UNIQUE INDEX school_application_once ON school_application (school_year, child) WHERE NOT withdrawn;

-- What a decision said of an application; earlier ones stay. The decision itself is in table decision.
CREATE TABLE application_verification (
    number           text   NOT NULL REFERENCES school_application (number),
    seq              int    NOT NULL,
    decision_id      text   NOT NULL,
    outcome          text   NOT NULL,
    points           int,
    point_scale      int    NOT NULL,
    criteria         text[] NOT NULL,
    criterion_points int[]  NOT NULL,
    insurance_months int    NOT NULL,
    residence_months int    NOT NULL,
    labels           text[] NOT NULL,
    PRIMARY KEY (number, seq)
);

-- Rankings as they were published; a later generation takes the place of an earlier one, which stays.
CREATE TABLE ranking (
    round          text   NOT NULL REFERENCES admission_round (id),
    generation     int    NOT NULL,
    published_from date   NOT NULL,
    published_to   date   NOT NULL,
    point_scale    int    NOT NULL,
    labels         text[] NOT NULL,
    PRIMARY KEY (round, generation)
);

CREATE TABLE ranking_line (
    round      text NOT NULL,
    generation int  NOT NULL,
    rank       int  NOT NULL,
    number     text NOT NULL REFERENCES school_application (number),
    points     int  NOT NULL,
    decided_by text NOT NULL,
    PRIMARY KEY (round, generation, rank),
    FOREIGN KEY (round, generation) REFERENCES ranking (round, generation)
);

CREATE TABLE ranking_objection (
    id              uuid PRIMARY KEY,
    round           text NOT NULL REFERENCES admission_round (id),
    number          text NOT NULL REFERENCES school_application (number),
    criterion       text NOT NULL,
    dataset         text NOT NULL,
    owner           text NOT NULL,
    statement       text NOT NULL,
    raised_on       date NOT NULL,
    standing        text NOT NULL,
    decision_before text NOT NULL,
    decision_after  text NOT NULL
);
CREATE INDEX ranking_objection_of_round ON ranking_objection (round, raised_on, id);

-- Where an application stands after the allocation. A place that was given back keeps its line, without a school.
CREATE TABLE placement (
    number   text   PRIMARY KEY REFERENCES school_application (number),
    round    text   NOT NULL REFERENCES admission_round (id),
    rank     int    NOT NULL,
    school   text,
    preference int  NOT NULL,
    standing text   NOT NULL CHECK (standing IN ('PLACED', 'WAITING', 'GIVEN_BACK', 'ENROLLED')),
    version  bigint NOT NULL,
    UNIQUE (round, rank),
    CHECK ((school IS NOT NULL) = (standing IN ('PLACED', 'ENROLLED')))
);

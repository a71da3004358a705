-- The intake of a year in a city that settles by points. dominant: indicators above the limit of the rules, with their percent and the limit.
CREATE TABLE settlement_intake (
    city             text   NOT NULL,
    year             int    NOT NULL,
    opens            date   NOT NULL,
    closes           date   NOT NULL CHECK (closes >= opens),
    reckoned_on      date   NOT NULL,
    quota            int    NOT NULL CHECK (quota > 0),
    point_scale      int,
    dominant         text[] NOT NULL DEFAULT '{}',
    dominant_percent int[]  NOT NULL DEFAULT '{}',
    dominant_most    int[]  NOT NULL DEFAULT '{}',
    labels           text[] NOT NULL DEFAULT '{}',
    cut_off          int,
    cut_off_on       date,
    version          bigint NOT NULL,
    PRIMARY KEY (city, year),
    CHECK ((cut_off IS NULL) = (cut_off_on IS NULL)),
    CHECK (cut_off IS NULL OR point_scale IS NOT NULL)
);

-- Filings. An item that was claimed stands in claim_item with what was written in claim_value; findings of officers likewise, with an empty value
-- where nothing could be verified. Persons stand here by pseudonym.
CREATE TABLE settlement_filing (
    number           text    PRIMARY KEY,
    person           bytea   NOT NULL,
    city             text    NOT NULL,
    year             int     NOT NULL,
    division         text    NOT NULL,
    employer         text    NOT NULL,
    filed_on         date    NOT NULL,
    claim_item       text[]  NOT NULL,
    claim_value      text[]  NOT NULL,
    finding_item     text[]  NOT NULL,
    finding_value    text[]  NOT NULL,
    found_in         text[]  NOT NULL,
    reviewed         boolean NOT NULL,
    decision         text,
    in_ranking       boolean,
    points           int,
    point_scale      int,
    indicator        text[],
    indicator_points int[],
    labels           text[],
    disqualified_on  date,
    banned_until     date,
    officer          text,
    explanation      text,
    article          text,
    rank             int     NOT NULL DEFAULT 0,
    version          bigint  NOT NULL,
    FOREIGN KEY (city, year) REFERENCES settlement_intake (city, year),
    UNIQUE (person, city, year),
    CHECK ((decision IS NULL) = (in_ranking IS NULL)),
    CHECK ((disqualified_on IS NULL) = (banned_until IS NULL))
);
CREATE INDEX settlement_filing_intake ON settlement_filing (city, year);
CREATE SEQUENCE settlement_filing_seq;

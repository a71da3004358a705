-- What supervision counts of the ledger, by month in Asia/Shanghai. It may be emptied, with next_index 0: it is counted anew from the first leaf.
CREATE TABLE supervision_count (
    month   text   NOT NULL,
    measure text   NOT NULL,
    count   bigint NOT NULL,
    PRIMARY KEY (month, measure)
);

CREATE TABLE supervision_counted (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    next_index bigint  NOT NULL
);
INSERT INTO supervision_counted (next_index) VALUES (0);

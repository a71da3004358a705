-- Agreements about this department's datasets: the whole of each with its history, as one message. What is approved is published as a fact too.
CREATE TABLE agreement (
    id       text    PRIMARY KEY,
    consumer text    NOT NULL,
    version  bigint  NOT NULL,
    due_on   date,
    body     bytea   NOT NULL
);
CREATE INDEX agreement_due ON agreement (due_on) WHERE due_on IS NOT NULL;

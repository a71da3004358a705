-- Parents of a child by hukou history and birth records. relation: 1 father, 2 mother.
CREATE TABLE kinship (
    child    bytea    NOT NULL,
    relation smallint NOT NULL CHECK (relation IN (1, 2)),
    parent   bytea    NOT NULL,
    PRIMARY KEY (child, relation, parent)
);

-- Births recorded. division: where.
CREATE TABLE birth (
    child       bytea PRIMARY KEY REFERENCES recipient,
    division    text  NOT NULL,
    recorded_on date  NOT NULL
);

-- Parents by birth. relation: 1 father, 2 mother.
CREATE TABLE birth_parent (
    child    bytea    NOT NULL REFERENCES birth,
    relation smallint NOT NULL CHECK (relation IN (1, 2)),
    parent   bytea    NOT NULL,
    PRIMARY KEY (child, relation)
);
CREATE INDEX birth_parent_parent ON birth_parent (parent);

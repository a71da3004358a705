-- Vaccination units. takes_in: children who move into the division come to it.
CREATE TABLE vaccination_unit (
    code     text    PRIMARY KEY,
    name     text    NOT NULL,
    division text    NOT NULL,
    takes_in boolean NOT NULL
);

-- Which unit cares for a child, by the division where the child lives; unit is null where that division has none. The latest row of a child counts.
-- number: order of arrival, by which a unit's children are paged.
CREATE TABLE unit_assignment (
    number   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    person   bytea  NOT NULL REFERENCES recipient,
    unit     text   REFERENCES vaccination_unit,
    division text   NOT NULL,
    since    date   NOT NULL,
    latest   boolean NOT NULL
);
CREATE UNIQUE INDEX unit_assignment_latest ON unit_assignment (person) WHERE latest;
CREATE INDEX unit_assignment_unit ON unit_assignment (unit, number) WHERE latest;
CREATE INDEX unit_assignment_person ON unit_assignment (person, number);

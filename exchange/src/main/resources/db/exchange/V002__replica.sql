-- A slot is one copy of one dataset. A rebuild fills a SHADOW slot; the swap with the ACTIVE one is one transaction.
CREATE SEQUENCE replica_slot_number AS smallint CYCLE;
CREATE TABLE replica_slot (
    slot       smallint    PRIMARY KEY DEFAULT nextval('replica_slot_number'),
    dataset    text        NOT NULL,
    generation integer     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ACTIVE', 'SHADOW', 'RETIRED')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
ALTER SEQUENCE replica_slot_number OWNED BY replica_slot.slot;
CREATE UNIQUE INDEX replica_slot_active ON replica_slot (dataset) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX replica_slot_shadow ON replica_slot (dataset) WHERE state = 'SHADOW';

-- The copies of others' facts, all datasets in one table: a question about a person is one read of neighbouring rows.
-- A null payload is a grave: it keeps the version of an erased fact so that nothing older can rise again.
CREATE TABLE replica (
    person      bytea       NOT NULL,
    slot        smallint    NOT NULL,
    fact_id     text        NOT NULL,
    incarnation integer     NOT NULL,
    version     bigint      NOT NULL,
    payload     bytea,
    as_of       timestamptz NOT NULL,
    PRIMARY KEY (person, slot, fact_id)
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- How far each partition of a slot was applied: moved in the transaction of the facts themselves, by compare-and-set.
-- problem is set when records between next_offset and the first the topic still has are gone; the slot is then stale until rebuilt.
CREATE TABLE replica_offset (
    slot        smallint    NOT NULL REFERENCES replica_slot,
    part        integer     NOT NULL,
    next_offset bigint      NOT NULL,
    epoch       bigint      NOT NULL,
    owner       text        NOT NULL,
    applied     bigint      NOT NULL DEFAULT 0,
    watermark   timestamptz,
    stopped     bytea[]     NOT NULL DEFAULT '{}',
    problem     text,
    PRIMARY KEY (slot, part)
) WITH (fillfactor = 50);

-- Records that could not be applied, and those of the same person that came after; in order, as they were.
CREATE TABLE parked (
    id        bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    slot      smallint    NOT NULL REFERENCES replica_slot,
    person    bytea,
    part      integer     NOT NULL,
    "offset"  bigint      NOT NULL,
    reason    text        NOT NULL,
    key       bytea,
    value     bytea,
    headers   bytea       NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (slot, part, "offset")
);
CREATE INDEX parked_person ON parked (slot, person);

-- Every owner transaction locks its persons here first, sorted, so that no two of them deadlock.
CREATE TABLE fact_person (
    person bytea PRIMARY KEY
);

-- Which life of the records this is: raised when the database was restored from a backup, so that readers know the new from the lost.
CREATE TABLE incarnation (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   integer NOT NULL
);
INSERT INTO incarnation (number) VALUES (1);

-- What this department has published, one row a fact; a null payload is the grave of an erased one, so that its version still grows.
CREATE TABLE fact (
    person      bytea       NOT NULL,
    dataset     text        NOT NULL,
    fact_id     text        NOT NULL,
    incarnation integer     NOT NULL,
    version     bigint      NOT NULL,
    payload     bytea,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (person, dataset, fact_id)
) WITH (fillfactor = 90);

-- The outbox. seq is taken under the row lock of its fact, so for one fact the order of seq is the order of commits.
-- Rows are drained in seq order and deleted; nothing ever asks for "greater than the last".
CREATE SEQUENCE outbox_seq;
CREATE TABLE outbox (
    seq         bigint      PRIMARY KEY DEFAULT nextval('outbox_seq'),
    person      bytea       NOT NULL,
    dataset     text        NOT NULL,
    fact_id     text        NOT NULL,
    type        text        NOT NULL,
    incarnation integer     NOT NULL,
    version     bigint      NOT NULL,
    payload     bytea,
    traceparent text,
    hop         smallint    NOT NULL,
    changed_at  timestamptz NOT NULL
) WITH (
    -- A queue is analysed while empty and vacuumed late unless told otherwise.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000
);
ALTER SEQUENCE outbox_seq OWNED BY outbox.seq;

-- Persons whose next row Kafka refuses: their rows wait, all others go on, readers are told.
CREATE TABLE outbox_stopped (
    person     bytea       PRIMARY KEY,
    dataset    text        NOT NULL,
    seq        bigint      NOT NULL,
    reason     text        NOT NULL,
    stopped_at timestamptz NOT NULL,
    retry_at   timestamptz NOT NULL
);

-- One relay at a time, on the clock of this database.
CREATE TABLE relay_lease (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    owner      text        NOT NULL,
    epoch      bigint      NOT NULL,
    expires_at timestamptz NOT NULL
);
INSERT INTO relay_lease (owner, epoch, expires_at) VALUES ('nobody', 0, '-infinity');

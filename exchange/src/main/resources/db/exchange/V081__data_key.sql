-- Keys that personal fields of this database are sealed under, each wrapped by a master key that is not here.
CREATE TABLE data_key (
    number     integer     PRIMARY KEY,
    algorithm  text        NOT NULL,
    master     text        NOT NULL,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

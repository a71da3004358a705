-- Results of mutations by request_id, so that a repeat gets the first answer. Kept for 7 days.
CREATE TABLE request_log (
    request_id   text        NOT NULL,
    method       text        NOT NULL,
    caller       text        NOT NULL,
    request_hash bytea       NOT NULL,
    response     bytea       NOT NULL,
    expires      timestamptz NOT NULL,
    PRIMARY KEY (request_id, method, caller)
);
CREATE INDEX request_log_expires ON request_log (expires);

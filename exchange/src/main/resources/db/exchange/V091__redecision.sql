-- Cases whose decision is made again when a fact it may have used changes. persons: under every version of their keys. basis: what was known of
-- them before the decision was made. settle_after: once every transaction below it has ended, no change can have passed unseen.
CREATE TABLE watched_case (
    no            bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    kind          text        NOT NULL,
    case_id       text        NOT NULL,
    decision      text        NOT NULL,
    persons       bytea[]     NOT NULL,
    datasets      text[]      NOT NULL,
    basis         bytea       NOT NULL,
    settle_after  xid8,
    settled       boolean     NOT NULL DEFAULT false,
    pending_since timestamptz,
    because       text[]      NOT NULL DEFAULT '{}',
    gathered      bigint      NOT NULL DEFAULT 0,
    attempts      integer     NOT NULL DEFAULT 0,
    not_before    timestamptz,
    UNIQUE (kind, case_id)
) WITH (fillfactor = 70);
CREATE INDEX watched_case_pending ON watched_case (pending_since) WHERE pending_since IS NOT NULL;
CREATE INDEX watched_case_unsettled ON watched_case (no) WHERE NOT settled;

CREATE TABLE watched_person (
    person bytea  NOT NULL,
    no     bigint NOT NULL REFERENCES watched_case ON DELETE CASCADE,
    PRIMARY KEY (person, no)
);
CREATE INDEX watched_person_case ON watched_person (no);

-- Written by the statement that writes a fact, own or copied, and only added to: it waits for nobody and nobody waits for it. A case may stand
-- in it many times; it is decided again once.
CREATE TABLE changed_case (
    id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    no      bigint NOT NULL,
    dataset text   NOT NULL
) WITH (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000
);

-- Decisions that a changed fact has touched. applied: the case goes on with the one of now; otherwise it was confirmed and stands as it was.
CREATE TABLE decision_revision (
    id             text        PRIMARY KEY,
    kind           text        NOT NULL,
    case_id        text        NOT NULL,
    division       text        NOT NULL,
    persons        bytea[]     NOT NULL,
    before         text        NOT NULL,
    after          text        NOT NULL,
    outcome_before integer     NOT NULL,
    outcome_after  integer     NOT NULL,
    applied        boolean     NOT NULL,
    because        text[]      NOT NULL,
    revised_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_by        text,
    seen_at        timestamptz
);
CREATE INDEX decision_revision_case ON decision_revision (case_id, id);
CREATE INDEX decision_revision_before ON decision_revision (before);
CREATE INDEX decision_revision_unseen ON decision_revision (id DESC) WHERE seen_at IS NULL;

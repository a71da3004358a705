-- Corrections raised at this department about records it owns. citizen, on_record, claimed, statement and reason are sealed.
CREATE TABLE correction (
    id            text   PRIMARY KEY,
    person        bytea  NOT NULL,
    citizen       bytea  NOT NULL,
    dataset       text   NOT NULL,
    fact_id       text   NOT NULL,
    division      text   NOT NULL,
    item          text   NOT NULL,
    on_record     bytea  NOT NULL,
    claimed       bytea  NOT NULL,
    statement     bytea  NOT NULL,
    paper_kind    text[] NOT NULL,
    paper_sha256  text[] NOT NULL,
    raised_by     text   NOT NULL,
    raised_in     text   NOT NULL,
    case_ref      text   NOT NULL,
    raised_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    raised_on     date   NOT NULL,
    due_on        date   NOT NULL,
    due_uncertain boolean NOT NULL,
    standing      text   NOT NULL CHECK (standing IN ('OPEN', 'MORE_NEEDED', 'CORRECTED', 'NOT_CORRECTED')),
    answered_on   date,
    answered_at   timestamptz,
    reason        bytea,
    article       text   NOT NULL DEFAULT '',
    version       bigint NOT NULL
);
CREATE INDEX correction_person ON correction (person);
CREATE INDEX correction_due ON correction (due_on, id);
CREATE INDEX correction_waiting ON correction (due_on, id) WHERE standing IN ('OPEN', 'MORE_NEEDED');

-- Applications for a permit. Persons stand here by pseudonym, with what their ID number says of sex and day of birth: kinship is told by them.
CREATE TABLE permit_application (
    id             text     PRIMARY KEY,
    version        bigint   NOT NULL,
    person         bytea    NOT NULL,
    sex            text     NOT NULL,
    born           date     NOT NULL,
    host           bytea,
    host_sex       text,
    host_born      date,
    filer          text     NOT NULL CHECK (filer IN ('SELF', 'RELATIVE', 'EMPLOYER')),
    relative       bytea,
    relative_sex   text,
    relative_born  date,
    cannot_come    boolean  NOT NULL,
    name_match     text,
    division       text     NOT NULL,
    filed_in       text,
    opened_on      date     NOT NULL,
    state          text     NOT NULL,
    handed_in_on   date,
    accepted_on    date,
    due_on         date,
    due_certain    boolean  NOT NULL DEFAULT true,
    fee_fen        bigint   NOT NULL DEFAULT 0,
    decision_id    text,
    notice_on      date,
    ruling         text     CHECK (ruling IN ('ACCEPT', 'REFUSE')),
    officer        text,
    ruling_reason  text,
    ruling_article text,
    ruled_on       date,
    permit_number  text
);
-- One application of a person at a time.
CREATE UNIQUE INDEX permit_application_open ON permit_application (person)
    WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'NEEDS_REVIEW', 'ACCEPTED');
CREATE INDEX permit_application_division ON permit_application (division, id);
CREATE INDEX permit_application_decision ON permit_application (decision_id) WHERE state = 'ACCEPTED';
CREATE INDEX permit_application_due ON permit_application (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX permit_application_waiting ON permit_application (id) WHERE state = 'SUBMITTED';
CREATE SEQUENCE permit_application_seq;

CREATE TABLE permit_application_material (
    application text NOT NULL REFERENCES permit_application ON DELETE CASCADE,
    n           int  NOT NULL,
    kind        text NOT NULL,
    sha256      text NOT NULL,
    PRIMARY KEY (application, n)
);

-- The one-time notice: all that was missing.
CREATE TABLE permit_application_missing (
    application text   NOT NULL REFERENCES permit_application ON DELETE CASCADE,
    n           int    NOT NULL,
    code        text   NOT NULL,
    text_zh     text   NOT NULL,
    text_en     text   NOT NULL,
    article     text   NOT NULL,
    any_of      text[] NOT NULL,
    earliest    date,
    PRIMARY KEY (application, n)
);

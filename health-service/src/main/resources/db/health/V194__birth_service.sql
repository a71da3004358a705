-- Birth-service registrations of couples. standing: VERIFYING, NEEDS_REVIEW, REGISTERED, REFUSED. reason: of a refusal, sealed.
CREATE TABLE birth_service (
    id         text   PRIMARY KEY,
    wife       bytea  NOT NULL,
    husband    bytea  NOT NULL,
    division   text   NOT NULL,
    standing   text   NOT NULL,
    opened_on  date   NOT NULL,
    decided_on date,
    reason     bytea,
    version    bigint NOT NULL
);
CREATE UNIQUE INDEX birth_service_open ON birth_service (wife, husband) WHERE standing IN ('VERIFYING', 'NEEDS_REVIEW');
CREATE INDEX birth_service_husband ON birth_service (husband);

-- What a hukou place is asked. standing: OPEN, RIGHT, WRONG. remark: what is wrong, sealed.
CREATE TABLE birth_service_verification (
    id           text  PRIMARY KEY,
    registration text  NOT NULL REFERENCES birth_service,
    spouse       text  NOT NULL CHECK (spouse IN ('WIFE', 'HUSBAND')),
    division     text  NOT NULL,
    ask_by       date  NOT NULL,
    answer_by    date  NOT NULL,
    standing     text  NOT NULL,
    remark       bytea
);
CREATE INDEX birth_service_verification_registration ON birth_service_verification (registration);
CREATE INDEX birth_service_verification_open ON birth_service_verification (division, answer_by) WHERE standing = 'OPEN';

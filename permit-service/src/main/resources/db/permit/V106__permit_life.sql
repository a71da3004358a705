-- Why a permit ended and who ended it, its class, and what its holder was told that time had brought.
ALTER TABLE permit
    ADD COLUMN class text NOT NULL DEFAULT 'ORDINARY',
    ADD COLUMN cancelled_for text NOT NULL DEFAULT 'NOT_STATED',
    ADD COLUMN cancelled_by text NOT NULL DEFAULT '',
    ADD COLUMN cancel_explanation text NOT NULL DEFAULT '',
    ADD COLUMN cancel_article text NOT NULL DEFAULT '';
CREATE INDEX permit_endorsed_to ON permit (endorsed_to) WHERE cancelled_on IS NULL;

-- Each is given once.
CREATE TABLE permit_notice (
    number    text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('ENDORSEMENT_OPEN', 'SUSPENDED', 'LAPSED')),
    begins_on date NOT NULL,
    given_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (number, kind, begins_on)
);

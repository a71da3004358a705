-- Dwellings as the real-estate register, the lease register and employers report them.
CREATE TABLE dwelling (
    person      bytea    NOT NULL,
    division    text     NOT NULL,
    kind        text     NOT NULL CHECK (kind IN ('OWNED', 'REGISTERED_LEASE', 'DORMITORY')),
    valid_from  date     NOT NULL,
    register_no text     NOT NULL,
    valid_to    date     CHECK (valid_to >= valid_from),
    share_bp    smallint NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
    usage       text     NOT NULL CHECK (usage IN ('RESIDENTIAL', 'COMMERCIAL_RESIDENTIAL')),
    PRIMARY KEY (person, division, kind, valid_from, register_no)
);

-- What contributions do not tell of a pension relation: deemed years (视同缴费年限) and temporary accounts (临时基本养老保险缴费账户).
CREATE TABLE pension_relation (
    person        bytea   NOT NULL,
    place         text    NOT NULL,
    deemed_months integer NOT NULL CHECK (deemed_months >= 0),
    temporary     boolean NOT NULL,
    PRIMARY KEY (person, place)
);

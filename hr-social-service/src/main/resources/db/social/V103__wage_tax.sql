-- Months with wage income tax, kept for the tax authority. months: bit 0 = January … bit 11 = December.
CREATE TABLE wage_tax_year (
    person bytea    NOT NULL,
    place  text     NOT NULL,
    year   smallint NOT NULL,
    months smallint NOT NULL,
    PRIMARY KEY (person, place, year)
) WITH (fillfactor = 90);

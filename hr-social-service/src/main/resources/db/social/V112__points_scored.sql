-- What the score of a filing needs beside the filing, so that it is made again when a fact changes.
CREATE TABLE points_scored (
    filing text PRIMARY KEY REFERENCES points_filing ON DELETE CASCADE,
    born   date NOT NULL
);

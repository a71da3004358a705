-- Stations, their days, appointments and queues. A day is the row that everybody who books or takes a number locks.
CREATE TABLE station (
    code            text    PRIMARY KEY,
    name            text    NOT NULL,
    division        text    NOT NULL,
    channel         text    NOT NULL CHECK (channel IN ('POLICE_STATION', 'COMMUNITY', 'ENTERPRISE', 'INDUSTRIAL_PARK')),
    windows         int     NOT NULL CHECK (windows > 0),
    daily_quota     int     NOT NULL CHECK (daily_quota >= 0),
    morning_numbers int     NOT NULL CHECK (morning_numbers >= 0),
    every_day       boolean NOT NULL,
    longitude       double precision,
    latitude        double precision
);

CREATE TABLE station_day (
    station text NOT NULL REFERENCES station,
    day     date NOT NULL,
    booked  int  NOT NULL DEFAULT 0 CHECK (booked >= 0),
    given   int  NOT NULL DEFAULT 0,
    called  int  NOT NULL DEFAULT 0 CHECK (called <= given),
    PRIMARY KEY (station, day)
);

CREATE TABLE appointment (
    id         text    PRIMARY KEY,
    person     bytea   NOT NULL,
    station    text    NOT NULL REFERENCES station,
    day        date    NOT NULL,
    home_visit boolean NOT NULL,
    cancelled  boolean NOT NULL DEFAULT false
);
CREATE INDEX appointment_person ON appointment (person, day) WHERE NOT cancelled;
CREATE SEQUENCE appointment_seq;

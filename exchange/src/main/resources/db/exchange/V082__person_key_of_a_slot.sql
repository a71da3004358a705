-- Which version of the keys of persons a slot's rows stand under, as its dataset was when the slot was made.
ALTER TABLE replica_slot ADD COLUMN person_key integer NOT NULL DEFAULT 1;

-- Which fields of the facts a copy holds, by their paths; null until it was read into. Other agreements ask for another copy.
ALTER TABLE replica_slot ADD COLUMN fields text;

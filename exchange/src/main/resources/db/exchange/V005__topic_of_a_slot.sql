-- The topic a slot is filled from, by Kafka's own id: offsets say nothing about another topic of the same name. Null until its reader
-- has seen the topic. left_because says why nothing is read into it at the moment.
ALTER TABLE replica_slot ADD COLUMN topic_id text, ADD COLUMN left_because text;

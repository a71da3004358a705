-- The topic each dataset was published to, by Kafka's own id. Another id is an empty topic, whatever its name: made anew after the
-- broker was lost, or of another generation. It is filled from fact before anybody is told that nothing is missing.
CREATE TABLE filled_topic (
    dataset  text PRIMARY KEY,
    topic_id text NOT NULL
);

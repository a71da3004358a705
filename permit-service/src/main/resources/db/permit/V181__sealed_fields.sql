-- Names and addresses lie sealed. What was in the clear keeps its bytes until it is sealed, by the service and while it works.
ALTER TABLE person_name ALTER COLUMN name TYPE bytea USING convert_to(name, 'UTF8');
ALTER TABLE residence_period ALTER COLUMN address TYPE bytea USING convert_to(address, 'UTF8');

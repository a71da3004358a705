-- ID numbers lie sealed; a person is found by key, which is a tag of the number, so the same number cannot stand here twice either. What was in the
-- clear keeps its bytes until it is sealed, by the service and while it works.
ALTER TABLE insured DROP CONSTRAINT insured_citizen_id_key;
ALTER TABLE insured ALTER COLUMN citizen_id TYPE bytea USING convert_to(citizen_id, 'UTF8');

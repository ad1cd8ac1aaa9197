-- 1 to 2: four decisions instead of two, their reason, and what leads to the finding elsewhere.
ALTER TABLE decisions ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN rule TEXT NOT NULL DEFAULT '';
UPDATE decisions SET decision = 'error' WHERE decision = 'confirmed';
UPDATE decisions SET decision = 'not_error', reason = 'other' WHERE decision = 'rejected';
DROP INDEX decisions_by_finding;
CREATE INDEX decisions_by_finding ON decisions (finding);

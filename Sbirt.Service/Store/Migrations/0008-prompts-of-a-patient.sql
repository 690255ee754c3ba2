-- What was offered for a patient is looked at across services: one interruption a visit, whichever service it comes from.
DROP INDEX prompt_by_patient;
CREATE INDEX prompt_by_patient ON prompt (tenant, patient, offered_ms);

-- Prompts that were offered, and what became of them. Patients and visits appear as pseudonyms only.
CREATE TABLE prompt (
  tenant TEXT NOT NULL,
  uuid TEXT NOT NULL,
  service TEXT NOT NULL,
  hook TEXT NOT NULL,
  patient TEXT NOT NULL,
  visit TEXT NOT NULL,
  kind TEXT NOT NULL,
  level BIGINT NOT NULL,
  interrupts BIGINT NOT NULL,
  content_version TEXT NOT NULL,
  offered_ms BIGINT NOT NULL,
  outcome BIGINT NOT NULL,
  reason TEXT NOT NULL,
  remark TEXT NOT NULL,
  acted_ms BIGINT NOT NULL,
  PRIMARY KEY (tenant, uuid)
);
CREATE INDEX prompt_by_patient ON prompt (tenant, patient, service, offered_ms);
CREATE INDEX prompt_by_time ON prompt (tenant, offered_ms);

-- Feedback on cards that nobody here gave out: counted, nothing of it kept.
CREATE TABLE prompt_unmatched (
  tenant TEXT NOT NULL,
  service TEXT NOT NULL,
  card TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (tenant, service, card)
);

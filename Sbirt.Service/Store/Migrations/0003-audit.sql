CREATE TABLE audit_event (
  seq BIGINT NOT NULL PRIMARY KEY,
  at_ms BIGINT NOT NULL,
  tenant TEXT NOT NULL,
  action TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL,
  request_id TEXT NOT NULL,
  previous_hash {bytes} NOT NULL,
  hash {bytes} NOT NULL
);

-- One row: where the chain ends, so that a tail cut off is noticed.
CREATE TABLE audit_head (
  one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
  seq BIGINT NOT NULL,
  hash {bytes} NOT NULL
);

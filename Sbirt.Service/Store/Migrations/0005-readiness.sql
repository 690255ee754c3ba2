-- One row that readiness counts up: SQLite does not touch the disk for an update that changes nothing.
CREATE TABLE readiness (
  one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
  asked BIGINT NOT NULL
);

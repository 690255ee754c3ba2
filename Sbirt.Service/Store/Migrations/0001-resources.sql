-- Both databases read this file; {bytes} stands for the type in which each keeps bytes.
CREATE TABLE resource (
  tenant TEXT NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  current_version BIGINT NOT NULL,
  PRIMARY KEY (tenant, type, id)
);

CREATE TABLE resource_version (
  tenant TEXT NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL CHECK (version > 0),
  last_updated_ms BIGINT NOT NULL,
  content_hash {bytes} NOT NULL,
  body {bytes} NOT NULL,
  PRIMARY KEY (tenant, type, id, version),
  FOREIGN KEY (tenant, type, id) REFERENCES resource (tenant, type, id)
);

-- The constraint is on the digest: an identifier may be longer than an index entry can be.
CREATE TABLE resource_identity (
  tenant TEXT NOT NULL,
  type TEXT NOT NULL,
  digest {bytes} NOT NULL,
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (tenant, type, digest),
  FOREIGN KEY (tenant, type, id) REFERENCES resource (tenant, type, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX resource_identity_of_resource ON resource_identity (tenant, type, id);

CREATE TABLE derived_result (
  tenant TEXT NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  content_version TEXT NOT NULL,
  pack TEXT NOT NULL,
  content_hash {bytes} NOT NULL,
  body {bytes} NOT NULL,
  PRIMARY KEY (tenant, type, id, version, content_version, pack),
  FOREIGN KEY (tenant, type, id, version) REFERENCES resource_version (tenant, type, id, version)
);

-- Each token authenticates one call; the digest is of issuer and token id.
CREATE TABLE used_token (
  digest {bytes} NOT NULL PRIMARY KEY,
  expires_ms BIGINT NOT NULL
);

CREATE INDEX used_token_by_expiry ON used_token (expires_ms);

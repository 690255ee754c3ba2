CREATE FUNCTION sbirt_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this table is append-only';
END $$;
CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
FOR EACH STATEMENT EXECUTE FUNCTION sbirt_append_only();
CREATE TRIGGER resource_version_is_never_changed BEFORE UPDATE ON resource_version
FOR EACH STATEMENT EXECUTE FUNCTION sbirt_append_only();

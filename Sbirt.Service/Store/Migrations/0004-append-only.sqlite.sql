CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_event_is_never_removed BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER resource_version_is_never_changed BEFORE UPDATE ON resource_version
BEGIN SELECT RAISE(ABORT, 'a stored version is never changed'); END;

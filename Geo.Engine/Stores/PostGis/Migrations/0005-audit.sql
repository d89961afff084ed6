CREATE TABLE soctrang.audit (
    number bigint PRIMARY KEY,
    moment bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    request_id text,
    target text NOT NULL,
    before_hash text,
    after_hash text,
    hash text NOT NULL
);

COMMENT ON TABLE soctrang.audit IS 'Who did what, and when: each hash is taken over the one before and the fields of its own row';
COMMENT ON COLUMN soctrang.audit.moment IS 'Milliseconds since 1970, UTC';

CREATE FUNCTION soctrang.keep_audit() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$;

CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON soctrang.audit
FOR EACH STATEMENT EXECUTE FUNCTION soctrang.keep_audit();

-- One row per job. Its holder holds it as long as beat grows; fence grows each time it is taken, and only the latest fence may end it.
CREATE TABLE soctrang.jobs (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id text COLLATE "C" NOT NULL UNIQUE,
    process_id text COLLATE "C" NOT NULL,
    state text NOT NULL,
    owner text NOT NULL,
    request text NOT NULL,
    input_hash text NOT NULL,
    idempotency_key text,
    progress bigint NOT NULL,
    step_vi text,
    step_en text,
    created bigint NOT NULL,
    started bigint,
    finished bigint,
    updated bigint NOT NULL,
    attempt bigint NOT NULL,
    fence bigint NOT NULL,
    beat bigint NOT NULL,
    holder text,
    outcome text,
    UNIQUE (owner, idempotency_key)
);

CREATE INDEX jobs_state ON soctrang.jobs (state);

COMMENT ON TABLE soctrang.jobs IS 'Jobs of OGC API - Processes; moments are milliseconds since 1970';

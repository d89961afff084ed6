CREATE TABLE soctrang.keys (
    key_id text COLLATE "C" PRIMARY KEY,
    label text NOT NULL,
    role text NOT NULL,
    hash bytea NOT NULL,
    created timestamptz NOT NULL,
    revoked timestamptz
);

COMMENT ON TABLE soctrang.keys IS 'Who may do what: hashes of keys, never the keys';

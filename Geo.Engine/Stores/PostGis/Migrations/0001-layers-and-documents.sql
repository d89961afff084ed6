-- One row per layer that was ever written: its revision goes on growing after the layer was removed.
CREATE TABLE soctrang.layers (
    layer_id text COLLATE "C" PRIMARY KEY,
    table_name text,
    definition text,
    revision bigint NOT NULL,
    feature_count bigint NOT NULL DEFAULT 0,
    min_lon double precision,
    min_lat double precision,
    max_lon double precision,
    max_lat double precision
);

COMMENT ON TABLE soctrang.layers IS 'Layers: the table with the features of the current revision, and the description as JSON';
COMMENT ON COLUMN soctrang.layers.table_name IS 'Table in this schema; null after the layer was removed';

CREATE TABLE soctrang.documents (
    name text COLLATE "C" PRIMARY KEY,
    media_type text NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL
);

COMMENT ON TABLE soctrang.documents IS 'Grids (GeoTIFF), scenarios, run manifests';

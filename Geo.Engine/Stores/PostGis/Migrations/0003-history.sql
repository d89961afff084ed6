-- Edits go into the table of the layer as it stands; its name keeps the revision at which all its features were loaded.
ALTER TABLE soctrang.layers ADD COLUMN loaded_revision bigint;
UPDATE soctrang.layers SET loaded_revision = revision WHERE table_name IS NOT NULL;

COMMENT ON COLUMN soctrang.layers.loaded_revision IS 'Revision at which the table was loaded; edits since then have counted on from it';

CREATE TABLE soctrang.history (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer_id text COLLATE "C" NOT NULL,
    feature_id bigint NOT NULL,
    revision bigint NOT NULL,
    kind text NOT NULL,
    editor text NOT NULL,
    moment timestamptz NOT NULL,
    request_id text,
    system text NOT NULL,
    geometry_before bytea,
    values_before text,
    geometry_after bytea,
    values_after text
);

COMMENT ON TABLE soctrang.history IS 'Who changed which feature, when, from what to what; geometries as WKB in the system named, values as JSON';

CREATE INDEX history_of_feature ON soctrang.history (layer_id, feature_id, sequence);
CREATE INDEX history_of_layer ON soctrang.history (layer_id, sequence);

CREATE FUNCTION soctrang.keep_history() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history of edits is only added to'; END $$;

CREATE TRIGGER history_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON soctrang.history
FOR EACH STATEMENT EXECUTE FUNCTION soctrang.keep_history();

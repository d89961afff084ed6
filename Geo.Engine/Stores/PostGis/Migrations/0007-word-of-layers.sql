-- Servers keep in memory what they know of layers; they listen here for the word that it has changed.
CREATE FUNCTION soctrang.tell_of_layers() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('soctrang_layers', ''); RETURN NULL; END $$;

CREATE TRIGGER layers_told AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON soctrang.layers
FOR EACH STATEMENT EXECUTE FUNCTION soctrang.tell_of_layers();

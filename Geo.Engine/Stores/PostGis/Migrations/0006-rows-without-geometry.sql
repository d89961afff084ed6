-- A box of a map asks for rows without geometry too; a spatial index has to be read whole to find them, this one is empty for most layers.
DO $$
DECLARE found record;
BEGIN
    FOR found IN
        SELECT format('%I.%I', n.nspname, c.relname) AS name, a.attname AS geometry, k.attname AS id
        FROM soctrang.layers l
        JOIN pg_class c ON c.relname = l.table_name
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'soctrang'
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.atttypid = 'geometry'::regtype AND NOT a.attisdropped
        JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0]
    LOOP
        EXECUTE format('CREATE INDEX ON %s (%I) WHERE %I IS NULL', found.name, found.id, found.geometry);
    END LOOP;
END $$;

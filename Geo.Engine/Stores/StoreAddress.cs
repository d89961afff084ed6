namespace Geo.Engine.Stores;

/// <summary>Where a store is, as given on the command line: <c>geopackage:var/soctrang.gpkg</c> or <c>postgis:Host=…;Database=…</c>.</summary>
public abstract record StoreAddress
{
    private const string GeoPackageScheme = "geopackage:";
    private const string PostGisScheme = "postgis:";

    private StoreAddress()
    {
    }

    /// <summary>Reads an address. The scheme is compared without regard to case.</summary>
    /// <exception cref="FormatException">The text is neither; the message says what is allowed and never repeats a connection string.</exception>
    public static StoreAddress Parse(string text)
    {
        if (Rest(text, GeoPackageScheme) is { } path)
            return path.Length > 0 ? new GeoPackageFile(path) : throw new FormatException("The store 'geopackage:' names no file; write geopackage:folder/name.gpkg.");
        if (Rest(text, PostGisScheme) is { } connection)
            return new PostGisDatabase(CheckedConnection(connection));
        if (text.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && !text.Contains('=', StringComparison.Ordinal))
            throw new FormatException($"The store '{text}' has no scheme; write geopackage:{text}.");
        throw new FormatException("A store is written geopackage:FILE or postgis:Host=NAME;Database=NAME;Username=NAME;Password=….");
    }

    private static string? Rest(string text, string scheme) =>
        text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..].Trim() : null;

    private static string CheckedConnection(string connection)
    {
        try
        {
            var settings = new Npgsql.NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database))
                throw new FormatException("The store 'postgis:' needs at least a host and a database; write postgis:Host=NAME;Database=NAME;Username=NAME;Password=….");
            return settings.ConnectionString;
        }
        catch (ArgumentException fault)
        {
            throw new FormatException($"The connection string behind 'postgis:' cannot be read ({fault.ParamName ?? "a keyword"} is not understood); write postgis:Host=NAME;Database=NAME;Username=NAME;Password=….", fault);
        }
    }

    /// <summary>A GeoPackage.</summary>
    /// <param name="Path">File path; relative to the working folder, or absolute.</param>
    public sealed record GeoPackageFile(string Path) : StoreAddress;

    /// <summary>A PostGIS database. Its text holds no password.</summary>
    /// <param name="ConnectionString">Npgsql connection string, secret.</param>
    public sealed record PostGisDatabase(string ConnectionString) : StoreAddress
    {
        /// <inheritdoc/>
        public override string ToString() => new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString) is var s ? $"postgis:Host={s.Host};Port={s.Port};Database={s.Database}" : "";
    }
}

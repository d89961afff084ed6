using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The words of PostgreSQL for the table of a layer; placeholders are put into a list of parameters.</summary>
internal sealed class PostGisSql(PostGisTable table, NpgsqlParameterCollection parameters) : LayerSql(table.Definition)
{
    /// <inheritdoc/>
    public override string Id => SqlName.Quote(table.Columns.Id);

    /// <inheritdoc/>
    public override string? Geometry => table.Columns.Geometry is { } name ? SqlName.Quote(name) : null;

    /// <inheritdoc/>
    public override string Parameter(object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return $"${parameters.Count}";
    }

    /// <inheritdoc/>
    public override string Column(int property) => SqlName.Quote(table.Columns.Properties[property]);

    /// <inheritdoc/>
    public override bool Compares(int property) => true;

    /// <inheritdoc/>
    /// <remarks>Columns of text have the collation "C": the order of bytes in UTF-8, which is that of code points.</remarks>
    public override string Ordered(string sql, PropertyType type) => sql;

    /// <inheritdoc/>
    public override string? MayMeet(IReadOnlyList<Extent> boxes, bool orHaveNone)
    {
        if (Geometry is not { } geometry)
            return null;
        var meets = boxes.Select(b =>
            $"{geometry} && ST_MakeEnvelope({Parameter(b.MinX)}, {Parameter(b.MinY)}, {Parameter(b.MaxX)}, {Parameter(b.MaxY)}, {Definition.System.Srid})");
        return $"({string.Join(" OR ", orHaveNone ? meets.Append($"{geometry} IS NULL") : meets.DefaultIfEmpty("false"))})";
    }
}

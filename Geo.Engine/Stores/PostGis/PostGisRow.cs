using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// The row that a reader stands at: id, geometry as WKB where the table has one, then the properties. Geometry and texts are read as bytes; each is
/// looked through before NetTopologySuite sees it, which Npgsql's own plug-in would not do.
/// </summary>
internal sealed class PostGisRow(PostGisTable table, NpgsqlDataReader reader, bool hasValues = true) : FeatureRow
{
    private const int WidestNarrow = 8_192; // the buffer, which is twice as long as what made it grow

    private readonly LayerDefinition definition = table.Definition;
    private readonly int first = table.Columns.Geometry is null ? 1 : 2;
    private readonly WkbBuilder builder = new(new GeometryFactory(new PrecisionModel(), table.Definition.System.Srid));
    private byte[] geometry = new byte[1024];
    private byte[] text = new byte[256];
    private int geometryLength;
    private bool isChecked;

    /// <summary>Where the rows come from; another one with the next portion.</summary>
    public NpgsqlDataReader Reader { get; set; } = reader;

    /// <summary>Whether a geometry or a text so far was larger than some kilobytes.</summary>
    public bool IsWide => Math.Max(geometry.Length, text.Length) > WidestNarrow;

    /// <inheritdoc/>
    public override long Id => Reader.GetInt64(0);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb
    {
        get
        {
            if (isChecked)
                return geometry.AsSpan(0, geometryLength);
            var wkb = FindWkb();
            geometryLength = wkb.Length;
            if (!wkb.IsEmpty)
                Check(wkb);
            isChecked = true;
            return wkb;
        }
    }

    /// <summary>The reader stands at another row now.</summary>
    public void Move() => isChecked = false;

    /// <inheritdoc/>
    public override bool IsNull(int index) => Reader.IsDBNull(first + index);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index) => Bytes(first + index, ref text);

    /// <inheritdoc/>
    public override long Whole(int index) => Reader.GetInt64(first + index);

    /// <inheritdoc/>
    public override double Number(int index) => Reader.GetDouble(first + index);

    /// <inheritdoc/>
    public override bool Truth(int index) => Reader.GetBoolean(first + index);

    /// <inheritdoc/>
    public override DateOnly Day(int index) => Reader.GetFieldValue<DateOnly>(first + index);

    /// <inheritdoc/>
    public override DateTime Moment(int index) => Reader.GetDateTime(first + index);

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values
    {
        get
        {
            var values = new object?[hasValues ? definition.Properties.Count : 0];
            for (var i = 0; i < values.Length; i++)
                values[i] = IsNull(i) ? null : Value(i);
            return values;
        }
    }

    /// <inheritdoc/>
    public override Feature ToFeature() => new(Id, FindGeometry(), Values);

    private object Value(int index) => definition.Properties[index].Type switch
    {
        PropertyType.Text => Reader.GetString(first + index),
        PropertyType.Integer => Whole(index),
        PropertyType.Number => Number(index),
        PropertyType.Boolean => Truth(index),
        PropertyType.Date => Day(index),
        _ => Moment(index),
    };

    private ReadOnlySpan<byte> FindWkb() => first == 1 || Reader.IsDBNull(1) ? [] : Bytes(1, ref geometry);

    private ReadOnlySpan<byte> Bytes(int column, ref byte[] buffer)
    {
        var length = (int)Reader.GetBytes(column, 0, buffer, 0, buffer.Length);
        if (length < buffer.Length)
            return buffer.AsSpan(0, length);
        length = (int)Reader.GetBytes(column, 0, null, 0, 0);
        buffer = new byte[Math.Max(length * 2, buffer.Length)];
        Reader.GetBytes(column, 0, buffer, 0, length);
        return buffer.AsSpan(0, length);
    }

    private Geometry? FindGeometry()
    {
        var wkb = FindWkb();
        try
        {
            return wkb.IsEmpty ? null : CanonicalWkb.Read(wkb, builder);
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(definition.Id, Id, fault.Message, fault);
        }
    }

    private void Check(ReadOnlySpan<byte> wkb)
    {
        try
        {
            CanonicalWkb.Check(wkb);
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(definition.Id, Id, fault.Message, fault);
        }
    }
}

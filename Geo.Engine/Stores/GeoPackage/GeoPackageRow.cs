using System.Text;
using Geo.Engine.Features;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SQLitePCL;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// The row that a statement stands at: id, geometry where the table has one, then the properties. What SQLite holds in the form the standard asks for is
/// read where it lies; what other programs wrote otherwise goes through <see cref="SqliteValue"/>.
/// </summary>
internal sealed class GeoPackageRow(GeoPackageTable table, SqliteDataReader reader, bool hasValues = true) : FeatureRow
{
    private readonly LayerDefinition definition = table.Layer.Definition;
    private readonly bool hasGeometry = table.Columns.Geometry is not null;
    private readonly int first = table.Columns.Geometry is null ? 1 : 2;
    private readonly WkbBuilder builder = new(new GeometryFactory(new PrecisionModel(), table.Layer.Definition.System.Srid));

    private readonly StatementRow columns = new(reader);
    private bool isChecked;

    /// <inheritdoc/>
    public override long Id => columns.Whole(0);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb
    {
        get
        {
            var wkb = FindWkb();
            if (!isChecked && !wkb.IsEmpty)
                Check(wkb);
            return wkb;
        }
    }

    /// <summary>The statement stands at another row now.</summary>
    public void Move() => isChecked = false;

    /// <inheritdoc/>
    /// <remarks>A number may be one that is not finite, or a text that says so; what is damaged shows when it is read.</remarks>
    public override bool IsNull(int index) => columns.Type(first + index) switch
    {
        raw.SQLITE_NULL => true,
        raw.SQLITE_FLOAT when definition.Properties[index].Type == PropertyType.Number => !double.IsFinite(columns.Number(first + index)),
        raw.SQLITE_TEXT when definition.Properties[index].Type == PropertyType.Number => Value(index) is null,
        _ => false,
    };

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index)
    {
        if (table.IsUtf8 && Is(index, raw.SQLITE_TEXT) && columns.Bytes(first + index) is var text && ComposedText.IsCertain(text))
            return text;
        return Encoding.UTF8.GetBytes(Value<string>(index));
    }

    /// <inheritdoc/>
    public override long Whole(int index) => Is(index, raw.SQLITE_INTEGER) ? columns.Whole(first + index) : Value<long>(index);

    /// <inheritdoc/>
    public override double Number(int index) => Is(index, raw.SQLITE_FLOAT) ? columns.Number(first + index) : Value<double>(index);

    /// <inheritdoc/>
    public override bool Truth(int index) => Is(index, raw.SQLITE_INTEGER) ? columns.Whole(first + index) != 0 : Value<bool>(index);

    /// <inheritdoc/>
    public override DateOnly Day(int index) =>
        table.IsUtf8 && Is(index, raw.SQLITE_TEXT) && SqliteValue.PlainDate(columns.Bytes(first + index)) is { } date ? date : Value<DateOnly>(index);

    /// <inheritdoc/>
    public override DateTime Moment(int index) => Value<DateTime>(index);

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Values
    {
        get
        {
            var values = new object?[hasValues ? definition.Properties.Count : 0];
            for (var i = 0; i < values.Length; i++)
                values[i] = Value(i);
            return values;
        }
    }

    /// <inheritdoc/>
    public override Feature ToFeature() => new(Id, FindGeometry(), Values);

    private bool Is(int index, int storageClass) => columns.Type(first + index) == storageClass;

    private T Value<T>(int index) => (T)(Value(index) ?? throw new InvalidOperationException($"Property {index} of feature {Id} has no value."));

    private object? Value(int index)
    {
        var column = first + index;
        try
        {
            return reader.IsDBNull(column) ? null : SqliteValue.Decode(reader.GetValue(column), definition.Properties[index].Type);
        }
        catch (FormatException fault)
        {
            throw Damaged($"property '{definition.Properties[index].Name}': {fault.Message}", fault);
        }
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
            throw Damaged(fault.Message, fault);
        }
    }

    private ReadOnlySpan<byte> FindWkb()
    {
        var type = hasGeometry ? columns.Type(1) : raw.SQLITE_NULL;
        if (type == raw.SQLITE_NULL)
            return [];
        try
        {
            return type == raw.SQLITE_BLOB ? GeometryBlob.Wkb(columns.Bytes(1)) : throw new FormatException("the geometry is a number or text");
        }
        catch (FormatException fault)
        {
            throw Damaged(fault.Message, fault);
        }
    }

    private void Check(ReadOnlySpan<byte> wkb)
    {
        try
        {
            CanonicalWkb.Check(wkb);
            isChecked = true;
        }
        catch (FormatException fault)
        {
            throw Damaged(fault.Message, fault);
        }
    }

    private InvalidFeatureException Damaged(string problem, FormatException cause) => new(table.Layer.Id, Id, problem, cause);
}

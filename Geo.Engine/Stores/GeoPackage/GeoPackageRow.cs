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
    private const int NoColumn = -1;

    private readonly LayerDefinition definition = table.Layer.Definition;
    private readonly bool hasGeometry = table.Columns.Geometry is not null;
    private readonly int first = table.Columns.Geometry is null ? 1 : 2;
    private readonly WkbBuilder builder = new(new GeometryFactory(new PrecisionModel(), table.Layer.Definition.System.Srid));

    private readonly StatementRow columns = new(reader);
    private int column = NoColumn; // the one asked for last
    private StatementValue value;
    private bool isChecked;

    /// <inheritdoc/>
    public override long Id => At(0).Whole;

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
    public void Move() => (isChecked, column) = (false, NoColumn);

    /// <inheritdoc/>
    /// <remarks>A number may be one that is not finite, or a text that says so; what is damaged shows when it is read.</remarks>
    public override bool IsNull(int index) => At(first + index).Type switch
    {
        raw.SQLITE_NULL => true,
        raw.SQLITE_FLOAT when definition.Properties[index].Type == PropertyType.Number => !double.IsFinite(value.Number),
        raw.SQLITE_TEXT when definition.Properties[index].Type == PropertyType.Number => Value(index) is null,
        _ => false,
    };

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index)
    {
        if (table.IsUtf8 && Is(index, raw.SQLITE_TEXT) && value.Bytes is var text && ComposedText.IsCertain(text))
            return text;
        return Encoding.UTF8.GetBytes(Value<string>(index));
    }

    /// <inheritdoc/>
    public override long Whole(int index) => Is(index, raw.SQLITE_INTEGER) ? value.Whole : Value<long>(index);

    /// <inheritdoc/>
    public override double Number(int index) => Is(index, raw.SQLITE_FLOAT) ? value.Number : Value<double>(index);

    /// <inheritdoc/>
    public override bool Truth(int index) => Is(index, raw.SQLITE_INTEGER) ? value.Whole != 0 : Value<bool>(index);

    /// <inheritdoc/>
    public override DateOnly Day(int index) =>
        table.IsUtf8 && Is(index, raw.SQLITE_TEXT) && SqliteValue.PlainDate(value.Bytes) is { } date ? date : Value<DateOnly>(index);

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

    private bool Is(int index, int storageClass) => At(first + index).Type == storageClass;

    private StatementValue At(int asked)
    {
        if (asked != column)
            (column, value) = (asked, columns[asked]);
        return value;
    }

    private T Value<T>(int index) => (T)(Value(index) ?? throw new InvalidOperationException($"Property {index} of feature {Id} has no value."));

    private object? Value(int index)
    {
        try
        {
            return reader.IsDBNull(first + index) ? null : SqliteValue.Decode(reader.GetValue(first + index), definition.Properties[index].Type);
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
        var type = hasGeometry ? At(1).Type : raw.SQLITE_NULL;
        if (type == raw.SQLITE_NULL)
            return [];
        try
        {
            return type == raw.SQLITE_BLOB ? GeometryBlob.Wkb(value.Bytes) : throw new FormatException("the geometry is a number or text");
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

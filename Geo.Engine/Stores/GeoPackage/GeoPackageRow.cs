using System.Text;
using System.Text.Unicode;
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

    private sqlite3_stmt Statement => reader.Handle!; // not null: rows are read while the reader is open

    /// <inheritdoc/>
    public override long Id => raw.sqlite3_column_int64(Statement, 0);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Wkb
    {
        get
        {
            var wkb = FindWkb();
            if (!wkb.IsEmpty)
                Check(wkb);
            return wkb;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A number may be one that is not finite, or a text that says so; what is damaged shows when it is read.</remarks>
    public override bool IsNull(int index) => raw.sqlite3_column_type(Statement, first + index) switch
    {
        raw.SQLITE_NULL => true,
        raw.SQLITE_FLOAT when definition.Properties[index].Type == PropertyType.Number => !double.IsFinite(raw.sqlite3_column_double(Statement, first + index)),
        raw.SQLITE_TEXT when definition.Properties[index].Type == PropertyType.Number => Value(index) is null,
        _ => false,
    };

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Text(int index)
    {
        var column = first + index;
        if (raw.sqlite3_column_type(Statement, column) == raw.SQLITE_TEXT)
        {
            raw.sqlite3_column_text(Statement, column); // turns the text of a file in UTF-16 into UTF-8
            var text = raw.sqlite3_column_blob(Statement, column);
            if (Ascii.IsValid(text) || ComposedText.IsCertain(text))
                return text;
        }
        return Encoding.UTF8.GetBytes(Value<string>(index));
    }

    /// <inheritdoc/>
    public override long Whole(int index) =>
        Is(index, raw.SQLITE_INTEGER) ? raw.sqlite3_column_int64(Statement, first + index) : Value<long>(index);

    /// <inheritdoc/>
    public override double Number(int index) =>
        Is(index, raw.SQLITE_FLOAT) ? raw.sqlite3_column_double(Statement, first + index) : Value<double>(index);

    /// <inheritdoc/>
    public override bool Truth(int index) =>
        Is(index, raw.SQLITE_INTEGER) ? raw.sqlite3_column_int64(Statement, first + index) != 0 : Value<bool>(index);

    /// <inheritdoc/>
    public override DateOnly Day(int index) =>
        Is(index, raw.SQLITE_TEXT) && SqliteValue.PlainDate(raw.sqlite3_column_blob(Statement, first + index)) is { } date ? date : Value<DateOnly>(index);

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

    private bool Is(int index, int storageClass) => raw.sqlite3_column_type(Statement, first + index) == storageClass;

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
        var type = hasGeometry ? raw.sqlite3_column_type(Statement, 1) : raw.SQLITE_NULL;
        if (type == raw.SQLITE_NULL)
            return [];
        try
        {
            return type == raw.SQLITE_BLOB ? GeometryBlob.Wkb(raw.sqlite3_column_blob(Statement, 1)) : throw new FormatException("the geometry is a number or text");
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
        }
        catch (FormatException fault)
        {
            throw Damaged(fault.Message, fault);
        }
    }

    private InvalidFeatureException Damaged(string problem, FormatException cause) => new(table.Layer.Id, Id, problem, cause);
}

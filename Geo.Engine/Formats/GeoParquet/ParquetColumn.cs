using Geo.Engine.Features;
using Parquet;
using Parquet.Schema;

namespace Geo.Engine.Formats.GeoParquet;

/// <summary>A column of a row group while it fills.</summary>
internal abstract class ParquetColumn
{
    private ParquetColumn(DataField field) => Field = field;

    /// <summary>The column in the schema.</summary>
    public DataField Field { get; }

    /// <summary>The column of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="index">Its index among the values of a feature.</param>
    public static ParquetColumn Of(PropertyDefinition property, int index)
    {
        DataField Plain(Type type) => new(property.Name, type, isNullable: true);
        return property.Type switch
        {
            PropertyType.Text => new Texts(Plain(typeof(string)), index),
            PropertyType.Integer => new Values<long>(Plain(typeof(long)), index),
            PropertyType.Number => new Values<double>(Plain(typeof(double)), index),
            PropertyType.Boolean => new Values<bool>(Plain(typeof(bool)), index),
            PropertyType.Date => new Values<DateOnly>(Plain(typeof(DateOnly)), index),
            _ => new Values<DateTime>(new DateTimeDataField(property.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true), index),
        };
    }

    /// <summary>Takes the value of a feature; gives the bytes it holds on to beyond a number's.</summary>
    public abstract int Add(Feature feature);

    /// <summary>Writes what has been taken and begins anew.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation);

    /// <summary>The ids.</summary>
    public sealed class Ids(string name) : ParquetColumn(new DataField(name, typeof(long), isNullable: false))
    {
        private readonly List<long> _values = [];

        /// <inheritdoc/>
        public override int Add(Feature feature)
        {
            _values.Add(feature.Id);
            return 0;
        }

        /// <inheritdoc/>
        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync<long>(Field, _values.ToArray(), cancellationToken: cancellation);
            _values.Clear();
        }
    }

    /// <summary>Values of one size.</summary>
    private sealed class Values<T>(DataField field, int index) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> _values = [];

        /// <inheritdoc/>
        public override int Add(Feature feature)
        {
            _values.Add((T?)feature.Values[index]);
            return 0;
        }

        /// <inheritdoc/>
        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync<T>(Field, _values.ToArray(), cancellationToken: cancellation);
            _values.Clear();
        }
    }

    /// <summary>Texts.</summary>
    private sealed class Texts(DataField field, int index) : ParquetColumn(field)
    {
        private readonly List<string?> _values = [];

        /// <inheritdoc/>
        public override int Add(Feature feature)
        {
            var text = (string?)feature.Values[index];
            _values.Add(text);
            return text?.Length * sizeof(char) ?? 0;
        }

        /// <inheritdoc/>
        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync(Field, _values!); // null is a missing value
            _values.Clear();
        }
    }

    /// <summary>Geometries as canonical well-known binary.</summary>
    public sealed class Geometries(string name) : ParquetColumn(new DataField(name, typeof(byte[]), isNullable: true))
    {
        private readonly System.Buffers.ArrayBufferWriter<byte> _wkb = new();
        private readonly List<byte[]?> _values = [];

        /// <inheritdoc/>
        public override int Add(Feature feature)
        {
            _wkb.ResetWrittenCount();
            if (feature.Geometry is { } geometry)
                CanonicalWkb.Write(geometry, _wkb);
            _values.Add(feature.Geometry is null ? null : _wkb.WrittenSpan.ToArray());
            return _wkb.WrittenCount;
        }

        /// <inheritdoc/>
        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync(Field, _values!); // null is a missing value
            _values.Clear();
        }
    }
}

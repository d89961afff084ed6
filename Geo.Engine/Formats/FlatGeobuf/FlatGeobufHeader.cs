using Geo.Engine.Features;
using Geo.Engine.Formats.Export;
using Geo.Engine.Geodesy;
using Google.FlatBuffers;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>The table of <c>header.fbs</c>.</summary>
internal static class FlatGeobufHeader
{
    private const int HeaderFields = 14;
    private const int ColumnFields = 11;
    private const int CrsFields = 6;

    /// <summary>The header behind its length.</summary>
    /// <param name="definition">The layer.</param>
    /// <param name="features">Its features, all there.</param>
    /// <param name="nodeSize">Entries of an index node; 0 without an index.</param>
    public static byte[] Write(LayerDefinition definition, WaitingFeatures features, ushort nodeSize)
    {
        var builder = new FlatBufferBuilder(1024);
        var name = builder.CreateString(definition.Id).Value;
        var title = builder.CreateString(definition.Title.Vi).Value;
        var description = builder.CreateString(definition.Description.Vi).Value;
        var envelope = features.Extent is { } box ? WriteEnvelope(builder, box) : 0;
        var columns = WriteColumns(builder, definition);
        var crs = WriteCrs(builder, definition.System);
        builder.StartTable(HeaderFields);
        builder.AddOffset(0, name, 0);
        builder.AddOffset(1, envelope, 0);
        builder.AddByte(2, FlatGeobufGeometry.TypeOf(definition.GeometryKind), 0);
        builder.AddBool(3, features.HasHeights, false);
        builder.AddOffset(7, columns, 0);
        builder.AddUlong(8, (ulong)features.Places.Count, 0);
        builder.AddUshort(9, nodeSize, FlatGeobufIndex.NodeSize);
        builder.AddOffset(10, crs, 0);
        builder.AddOffset(11, title, 0);
        builder.AddOffset(12, description, 0);
        builder.FinishSizePrefixed(builder.EndTable());
        return builder.SizedByteArray();
    }

    private static int WriteEnvelope(FlatBufferBuilder builder, Extent box)
    {
        builder.StartVector(8, 4, 8);
        foreach (var ordinate in (double[])[box.MaxY, box.MaxX, box.MinY, box.MinX])
            builder.AddDouble(ordinate);
        return builder.EndVector().Value;
    }

    private static int WriteColumns(FlatBufferBuilder builder, LayerDefinition definition)
    {
        int[] columns =
        [
            WriteColumn(builder, new PropertyDefinition(FreeName.Of("id", definition), PropertyType.Integer), isKey: true),
            .. definition.Properties.Select(p => WriteColumn(builder, p, isKey: false)),
        ];
        builder.StartVector(4, columns.Length, 4);
        for (var i = columns.Length - 1; i >= 0; i--)
            builder.AddOffset(columns[i]);
        return builder.EndVector().Value;
    }

    private static int WriteColumn(FlatBufferBuilder builder, PropertyDefinition property, bool isKey)
    {
        var name = builder.CreateString(property.Name).Value;
        var title = property.Title is { } text ? builder.CreateString(text.Vi).Value : 0;
        builder.StartTable(ColumnFields);
        builder.AddOffset(0, name, 0);
        builder.AddByte(1, FlatGeobufProperties.TypeOf(property.Type), 0);
        builder.AddOffset(2, title, 0);
        builder.AddBool(7, !isKey, true);
        builder.AddBool(8, isKey, false);
        builder.AddBool(9, isKey, false);
        return builder.EndTable();
    }

    private static int WriteCrs(FlatBufferBuilder builder, CoordinateSystem system)
    {
        var authority = builder.CreateString("EPSG").Value;
        var name = builder.CreateString(system.Name).Value;
        builder.StartTable(CrsFields);
        builder.AddOffset(0, authority, 0);
        builder.AddInt(1, system.Srid, 0);
        builder.AddOffset(2, name, 0);
        return builder.EndTable();
    }
}

using System.Security.Cryptography;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Features;

public sealed class LayerContentHashTests
{
    private static readonly LayerDefinition Definition = new()
    {
        Id = "x",
        Title = new BilingualText("", ""),
        Description = new BilingualText("", ""),
        GeometryKind = GeometryKind.Point,
        System = CoordinateSystems.Crs84,
        Properties = [new PropertyDefinition("t", PropertyType.Text), new PropertyDefinition("n", PropertyType.Number)],
        Provenance = new LayerProvenance("", "", "", "", LayerStatus.Surveyed, null),
    };

    [Fact]
    public void It_is_the_SHA_256_of_shape_ids_geometry_and_values_as_documented()
    {
        byte[] expected =
        [
            .. Text("OGC:CRS84"), .. Text("t"), .. Text("Text"), .. Text("n"), .. Text("Number"),
            7, 0, 0, 0, 0, 0, 0, 0, 1, .. Convert.FromHexString("0101000000000000000000f03f0000000000000040"), 1, .. Text("đ"), 3, .. BitConverter.GetBytes(0.5),
            9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), Hash(Definition, new Feature(7, new Point(1, 2), ["đ", 0.5]), new Feature(9, null, [null, null])));
    }

    [Fact]
    public void Anything_that_differs_gives_another_hash()
    {
        var rows = new[] { new Feature(1, new Point(1, 2), ["a", 1.0]) };
        string[] hashes =
        [
            Hash(Definition, rows),
            Hash(Definition),
            Hash(Definition with { System = CoordinateSystems.Vn2000Utm48 }, rows),
            Hash(Definition with { Properties = [new PropertyDefinition("t", PropertyType.Text), new PropertyDefinition("m", PropertyType.Number)] }, rows),
            Hash(Definition, rows[0] with { Id = 2 }),
            Hash(Definition, rows[0] with { Geometry = null }),
            Hash(Definition, rows[0] with { Geometry = new Point(1, 2.0000000000000004) }),
            Hash(Definition, rows[0] with { Geometry = new Point(new CoordinateZ(1, 2, 0)) }),
            Hash(Definition, rows[0] with { Values = ["a", null] }),
            Hash(Definition, rows[0] with { Values = ["", 1.0] }),
            Hash(Definition, rows[0] with { Values = [null, 1.0] }),
            Hash(Definition, rows[0] with { Values = ["a", 1L] }),
        ];
        Assert.Distinct(hashes);
    }

    [Fact]
    public void Title_and_provenance_are_not_content() =>
        Assert.Equal(Hash(Definition), Hash(Definition with { Id = "y", Title = new BilingualText("a", "b") }));

    private static byte[] Text(string text) => [.. BitConverter.GetBytes((long)System.Text.Encoding.UTF8.GetByteCount(text)), .. System.Text.Encoding.UTF8.GetBytes(text)];

    private static string Hash(LayerDefinition definition, params Feature[] features)
    {
        using var hash = new LayerContentHash(definition);
        foreach (var feature in features)
            hash.Append(feature);
        return hash.Finish();
    }
}

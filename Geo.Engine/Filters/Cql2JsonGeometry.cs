using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Filters;

/// <summary>Reads geometries of GeoJSON (RFC 7946 section 3.1) within CQL2-JSON.</summary>
internal static class Cql2JsonGeometry
{
    private const int DeepestBrackets = 4;

    /// <summary>A geometry from an object whose type is taken already.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public static Geometry Read(JsonPlace json, JsonPlace type, JsonMembers members, bool mayBeCollection)
    {
        var name = type.Text();
        if (!FilterGeometry.Types.Contains(name) || (name == FilterGeometry.Collection && !mayBeCollection))
            throw type.Wrong(FilterWords.OneOf([.. FilterGeometry.Types.SkipLast(mayBeCollection ? 0 : 1).Select(FilterWords.Same)]));
        var content = members.Require(name == FilterGeometry.Collection ? "geometries" : "coordinates");
        CheckBox(members);
        members.RefuseOthers();
        return name == FilterGeometry.Collection
            ? FilterGeometry.BuildCollection([.. content.Elements().Select(ReadMember)], json.Place)
            : FilterGeometry.Build(name, ReadCoordinates(content, 1));
    }

    private static Geometry ReadMember(JsonPlace json)
    {
        if (json.Value.ValueKind != JsonValueKind.Object)
            throw json.Wrong(new("một hình học GeoJSON", "a GeoJSON geometry"));
        var members = new JsonMembers(json);
        return Read(json, members.Require("type"), members, mayBeCollection: false);
    }

    /// <summary>GeoJSON allows a box beside the coordinates; it says nothing that they do not.</summary>
    private static void CheckBox(JsonMembers members)
    {
        if (members.Take("bbox") is { } box && box.Elements().Select(element => element.Number()).Count() is not (4 or 6))
            throw box.Wrong(new("một mảng có 4 hoặc 6 số", "an array of four or six numbers"));
    }

    private static CoordinateTree ReadCoordinates(JsonPlace json, int depth)
    {
        var parts = json.Elements().ToArray();
        if (parts is [{ Value.ValueKind: not JsonValueKind.Array }, ..])
            return new CoordinateTree([.. parts.Select(part => part.Number())], [], json.Place);
        return depth < DeepestBrackets
            ? new CoordinateTree(null, [.. parts.Select(part => ReadCoordinates(part, depth + 1))], json.Place)
            : throw json.Wrong(new("một vị trí gồm 2 hoặc 3 số", "a position of two or three numbers"));
    }
}

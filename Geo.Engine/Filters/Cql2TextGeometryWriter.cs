using System.Text;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Filters;

/// <summary>Writes geometries as the well-known text of CQL2: every position of a MULTIPOINT in parentheses, Z named where there are heights.</summary>
internal static class Cql2TextGeometryWriter
{
    /// <summary>The geometry with its type.</summary>
    public static void Write(StringBuilder text, Geometry geometry)
    {
        text.Append(geometry.GeometryType.ToUpperInvariant());
        if (geometry.OgcGeometryType == OgcGeometryType.GeometryCollection)
        {
            WriteAll(text, ((GeometryCollection)geometry).Geometries, member => Write(text, member));
            return;
        }

        text.Append(double.IsNaN(geometry.Coordinate.Z) ? "" : " Z ");
        WriteContent(text, geometry);
    }

    private static void WriteContent(StringBuilder text, Geometry geometry)
    {
        switch (geometry)
        {
            case GeometryCollection parts: WriteAll(text, parts.Geometries, part => WriteContent(text, part)); break;
            case Polygon polygon: WriteAll(text, [polygon.ExteriorRing, .. polygon.InteriorRings], ring => WriteContent(text, ring)); break;
            default: WriteAll(text, geometry.Coordinates, position => text.AppendJoin(' ', FilterGeometry.Ordinates(position).Select(FilterNumbers.WriteOrdinate))); break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, IEnumerable<T> parts, Action<T> write)
    {
        text.Append('(');
        var isFirst = true;
        foreach (var part in parts)
        {
            text.Append(isFirst ? "" : ", ");
            write(part);
            isFirst = false;
        }

        text.Append(')');
    }
}

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.RelateNG;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// The relations of CQL2 between geometries in the plane of longitude and latitude, by the DE-9IM. Unknown when a geometry is missing or empty. A
/// collection is the union of its parts; geometries that are not valid are judged without failing.
/// </summary>
/// <remarks>Source: OGC 06-103r4, 6.1.15; algorithm: RelateNG of the JTS Topology Suite 1.20.</remarks>
internal static class SpatialRelation
{
    /// <summary>The relation that holds between b and a when this one holds between a and b.</summary>
    public static string Turned(string name) => name switch { "s_within" => "s_contains", "s_contains" => "s_within", _ => name };

    /// <summary>Whether a relation holds between two geometries.</summary>
    public static bool? Between(string name, Geometry? a, Geometry? b)
    {
        if (a is null || b is null || a.IsEmpty || b.IsEmpty)
            return null;
        return name == "s_disjoint" ? !RelateNG.Relate(a, b, RelatePredicate.Intersects()) : RelateNG.Relate(a, b, Predicate(name)());
    }

    /// <summary>The test of a relation between one geometry, prepared for many tests, and those of features.</summary>
    public static TruthOf With(string name, Geometry? first, ValueOf second)
    {
        if (first is null || first.IsEmpty)
            return _ => null;
        // What is prepared is not documented to be safe for several threads.
        var prepared = new ThreadLocal<RelateNG>(() => RelateNG.Prepare(first));
        var predicate = Predicate(name);
        var isContrary = name == "s_disjoint";
        return f => second(f).Geometry is { IsEmpty: false } other ? prepared.Value!.Evaluate(other, predicate()) != isContrary : null; // made by the factory above
    }

    // Predicates carry the state of one test.
    private static Func<TopologyPredicate> Predicate(string name) => name switch
    {
        "s_intersects" or "s_disjoint" => RelatePredicate.Intersects,
        "s_equals" => RelatePredicate.EqualsTopologically,
        "s_touches" => RelatePredicate.Touches,
        "s_within" => RelatePredicate.Within,
        "s_contains" => RelatePredicate.Contains,
        "s_overlaps" => RelatePredicate.Overlaps,
        "s_crosses" => RelatePredicate.Crosses,
        _ => throw new ArgumentException($"{name} is no spatial relation.", nameof(name)),
    };
}

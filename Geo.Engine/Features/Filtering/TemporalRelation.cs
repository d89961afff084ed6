namespace Geo.Engine.Features.Filtering;

/// <summary>
/// The temporal relations of CQL2 between closed periods. Those of Allen exclude each other for all periods, also where start and end are one
/// moment: such a period meets nothing, it starts or finishes it.
/// </summary>
/// <remarks>Source: OGC 21-065r2, tables of the class temporal-functions; J. F. Allen, Maintaining knowledge about temporal intervals, CACM 26, 1983.</remarks>
internal static class TemporalRelation
{
    /// <summary>Whether the relation wants two periods; the others take moments too.</summary>
    public static bool IsForPeriodsOnly(string name) => name is not ("t_after" or "t_before" or "t_disjoint" or "t_equals" or "t_intersects");

    /// <summary>The test of one of <see cref="Filters.FilterOperators.Temporal"/>.</summary>
    public static Func<Period, Period, bool> Of(string name) => name switch
    {
        "t_before" => Before,
        "t_after" => (a, b) => Before(b, a),
        "t_disjoint" => (a, b) => Before(a, b) || Before(b, a),
        "t_intersects" => (a, b) => !Before(a, b) && !Before(b, a),
        "t_equals" => (a, b) => a.Start == b.Start && a.End == b.End,
        "t_meets" => Meets,
        "t_metby" => (a, b) => Meets(b, a),
        "t_overlaps" => Overlaps,
        "t_overlappedby" => (a, b) => Overlaps(b, a),
        "t_starts" => Starts,
        "t_startedby" => (a, b) => Starts(b, a),
        "t_finishes" => Finishes,
        "t_finishedby" => (a, b) => Finishes(b, a),
        "t_during" => During,
        "t_contains" => (a, b) => During(b, a),
        _ => throw new ArgumentException($"{name} is no temporal relation.", nameof(name)),
    };

    private static bool Before(Period a, Period b) => a.End < b.Start;

    private static bool Meets(Period a, Period b) => a.End == b.Start && a.Start < b.Start && a.End < b.End;

    private static bool Overlaps(Period a, Period b) => a.Start < b.Start && b.Start < a.End && a.End < b.End;

    private static bool Starts(Period a, Period b) => a.Start == b.Start && a.End < b.End;

    private static bool Finishes(Period a, Period b) => a.End == b.End && a.Start > b.Start;

    private static bool During(Period a, Period b) => a.Start > b.Start && a.End < b.End;
}

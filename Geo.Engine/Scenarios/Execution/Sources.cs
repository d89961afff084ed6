using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Which layers stand behind measures and constraints.</summary>
internal static class Sources
{
    /// <summary>Layers and grids of a measure, by id; water that only carries values is none.</summary>
    public static IEnumerable<string> Of(Measure measure) => measure switch
    {
        Measure.GridValue value => [value.Source.GridId],
        Measure.CoveredShare share => [share.From.LayerId],
        Measure.Distance distance => distance.From.Select(f => f.LayerId),
        Measure.DistanceToCategory distance => [distance.From.GridId],
        Measure.Interpolated stations => [stations.Stations.LayerId],
        Measure.Coverage coverage => [coverage.Masts.LayerId],
        Measure.SumWithin sum => [sum.Source.GridId],
        Measure.NearestFeature nearest => [nearest.From.LayerId],
        Measure.CheapestWay ways => ways.From.Select(f => f.LayerId).Concat(Of(ways.Friction)),
        Measure.Density density => [density.From.LayerId],
        Measure.Steepness slope => [slope.Heights.GridId],
        Measure.ClassShare share => [share.Source.GridId],
        Measure.NaturalNeighbours stations => [stations.Stations.LayerId],
        Measure.Kriged stations => [stations.Stations.LayerId],
        _ => measure.Parts.SelectMany(Of),
    };

    /// <summary>Everything a measure reads, by id: what its values depend on.</summary>
    public static IEnumerable<string> Read(Measure measure) => Of(measure)
        .Concat(measure.All().OfType<Measure.Interpolated>().SelectMany(i => i.Water).Select(w => w.LayerId))
        .Concat(measure.All().OfType<Measure.Coverage>().SelectMany(c => Ground(c.Radio.Ground)));

    private static IEnumerable<string> Ground(RadioGround? ground) =>
        new[] { ground?.Heights.GridId, ground?.LandCover?.GridId, ground?.Land?.LayerId }.OfType<string>();

    /// <summary>Layers and grids of a constraint, by id.</summary>
    public static IEnumerable<string> Of(ConstraintRule rule) => rule switch
    {
        ConstraintRule.NearFeatures near => [near.Features.LayerId],
        ConstraintRule.AwayFromFeatures away => [away.Features.LayerId],
        ConstraintRule.InCategories categories => [categories.Grid.GridId],
        ConstraintRule.Unless unless => Of(unless.Measure),
        ConstraintRule.UnlessTrue unless => Of(unless.Condition),
        _ => [],
    };
}

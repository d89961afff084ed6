namespace Geo.Engine.Scenarios;

/// <summary>Where the weights of a theme come from, and what the criteria say of each other in the cells that count.</summary>
public sealed record RunWeighting
{
    /// <summary>Number of cells that count: inside, removed by no constraint, with a membership in every criterion.</summary>
    public required long Cells { get; init; }

    /// <summary>Pearson's correlation of the memberships, rows x columns = criteria x criteria; null where one of them is flat.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Correlation { get; init; }

    /// <summary>Variance inflation of each criterion; null for a flat one, and where the other criteria say all of it.</summary>
    public required IReadOnlyList<double?> VarianceInflation { get; init; }

    /// <summary>Judgements in pairs, of the theme or of each group; empty when there are none.</summary>
    public required IReadOnlyList<RunJudgements> Judgements { get; init; }

    /// <summary>Comparisons with the best and the worst, of the theme or of each group; empty when there are none.</summary>
    public required IReadOnlyList<RunBestWorst> BestWorst { get; init; }

    /// <summary>How near to "any criterion will do" an ordered average comes, 0 to 1; null for other rules of combination.</summary>
    public required double? Orness { get; init; }

    /// <summary>How far a good criterion makes up for a bad one in an ordered average, 0 to 1; null for other rules.</summary>
    public required double? TradeOff { get; init; }

    /// <summary>For each criterion the cells without a value that no constraint removes, and what became of them.</summary>
    public required IReadOnlyList<RunMissing> Missing { get; init; }
}

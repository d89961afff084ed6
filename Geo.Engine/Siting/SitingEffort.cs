namespace Geo.Engine.Siting;

/// <summary>
/// How hard to try. All limits count work, never time, so that the same problem with the same effort gives the same plan on any machine with any number
/// of processors.
/// </summary>
public sealed record SitingEffort
{
    /// <summary>Seed of all choices by lot. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Moves tried by each annealing, 0 and more. Default 2,000,000: some tenths of a second.</summary>
    public int Moves { get; init; } = 2_000_000;

    /// <summary>Annealings from different seeds, 0 and more; CP-SAT then makes the best of the sites they have chosen. Default 4.</summary>
    public int Annealings { get; init; } = 4;

    /// <summary>Most threads of the annealings, at least 1; the plan does not depend on it. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Times that the other searches are shaken up, 0 and more. Default 200.</summary>
    public int Kicks { get; init; } = 200;

    /// <summary>Steps of the bound, 0 and more. Default 1,000.</summary>
    public int BoundSteps { get; init; } = 1_000;

    /// <summary>Work of the exact search in CP-SAT's deterministic time, about seconds of one processor; 0 leaves it out. Default 20.</summary>
    public double ExactWork { get; init; } = 20;

    /// <summary>Little: what answers while somebody waits.</summary>
    public static SitingEffort Quick { get; } = new() { Moves = 500_000, Annealings = 2, Kicks = 30, BoundSteps = 400, ExactWork = 2 };
}

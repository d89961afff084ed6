using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Scenarios.Keeping;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>
/// Scores of a theme under other weights than its own, as fast as a slider moves: its criteria are measured and graded once, with the code of the run, and kept up to a number of
/// bytes; those used longest ago go first. Safe for concurrent callers.
/// </summary>
/// <param name="store">Holds the layers.</param>
/// <param name="settings">Of the measuring.</param>
/// <param name="mostBytes">Most memory for what is kept.</param>
public sealed class ScoreWeigher(IFeatureStore store, RunSettings settings, long mostBytes) : IDisposable
{
    private const double Mebibyte = 1 << 20;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _combining = new(1, 1);
    private readonly List<(string Key, long Bytes, Task<GradedCriteria> Graded)> _kept = [];

    /// <summary>Scenario, theme and state of everything they read: when a layer changes, the key does.</summary>
    public async Task<string> KeyAsync(Scenario scenario, Theme theme, CancellationToken cancellation) =>
        $"{await InputState.OfAsync(store, scenario, cancellation)}-{theme.Id}";

    /// <summary>Scores under some weights; NaN where a cell has none.</summary>
    /// <param name="key">What <see cref="KeyAsync"/> gave.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="theme">One of its themes.</param>
    /// <param name="weights">A weight for each criterion in order, 0 or more, one of them above; scaled to a sum of 1.</param>
    /// <param name="cancellation">Stops the waiting; grading that others wait for goes on.</param>
    /// <exception cref="ScenarioFailedException">The layers do not allow the scenario to be run, or its criteria need more memory than there is.</exception>
    public async Task<Grid<float>> WeighAsync(string key, Scenario scenario, Theme theme, IReadOnlyList<double> weights, CancellationToken cancellation)
    {
        var graded = await Find(key, scenario, theme).WaitAsync(cancellation);
        var sum = weights.Sum();
        await _combining.WaitAsync(cancellation);
        try
        {
            var score = new Grid<float>(scenario.Frame);
            graded.Combine(theme.Aggregation, [.. weights.Select(w => w / sum)], score, settings.Threads, cancellation);
            return score;
        }
        finally
        {
            _combining.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _combining.Dispose();

    private Task<GradedCriteria> Find(string key, Scenario scenario, Theme theme)
    {
        var bytes = scenario.Frame.CellCount * ((theme.Criteria.Count * sizeof(float)) + sizeof(byte));
        if (bytes > mostBytes)
            throw new ScenarioFailedException([new($"themes.{theme.Id}.criteria", new(
                FormattableString.Invariant($"các tiêu chí cần {Math.Ceiling(bytes / Mebibyte)} MiB để thử trọng số khác; máy chủ cho phép {Math.Floor(mostBytes / Mebibyte)} MiB"),
                FormattableString.Invariant($"the criteria need {Math.Ceiling(bytes / Mebibyte)} MiB for other weights to be tried; the server allows {Math.Floor(mostBytes / Mebibyte)} MiB")))]);
        lock (_gate)
        {
            var index = _kept.FindIndex(k => k.Key == key && !k.Graded.IsFaulted);
            // What must go for a new one is let go before it is made.
            while (index < 0 && _kept.Count > 0 && _kept.Sum(k => k.Bytes) + bytes > mostBytes)
                _kept.RemoveAt(_kept.Count - 1);
            var entry = index >= 0 ? _kept[index] : (key, bytes, Task.Run(() => GradeAsync(scenario, theme)));
            _kept.RemoveAll(k => k.Key == key);
            _kept.Insert(0, entry);
            return entry.Item3;
        }
    }

    /// <summary>Not cancelled with the first caller: the next tile asks for the same.</summary>
    private async Task<GradedCriteria> GradeAsync(Scenario scenario, Theme theme)
    {
        var (inputs, problems) = await InputReading.ReadAsync(scenario, store, CancellationToken.None);
        if (problems.Any(p => !p.IsWarning))
            throw new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]);
        var execution = new ExecutionSettings(settings.Threads, settings.Keeping, CancellationToken.None);
        using var kept = new KeptSurfaces(settings.Keeping, settings.Threads, CancellationToken.None);
        var study = StudyGrid.Lay(scenario.Frame, scenario.StudyArea.DistrictLayer, inputs);
        var grids = new ThemeRun(theme with { Population = null }, study, inputs, kept, execution).Measure(scenario);
        var criteria = theme.Criteria.Select((c, i) => new WeightedCriterion(grids.Criteria[i], c.Membership, 0, c.Missing, ReasonCodes.OfCriterion(theme, i))).ToList();
        return GradedCriteria.Of(criteria, grids.Reasons, settings.Threads, CancellationToken.None);
    }
}

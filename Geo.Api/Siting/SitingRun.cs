using Geo.Api.Processes;
using Geo.Engine.Features;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>Answers a siting question: serves, plans, judges again with interference, draws the curve.</summary>
internal sealed class SitingRun(SitingQuestion question, ProcessInputs inputs, int threads, IProgress<StepProgress> progress, CancellationToken cancellation)
{
    private const double SubcarrierSpacingHertz = 15_000;
    private const double NoiseFigureDb = 7;
    private const int MostEvaluations = 2_000;
    private const int Substitutes = 8;
    private readonly SitingEffort _effort = (inputs.IsTrue(SitePlanInputs.IsThorough) ? new SitingEffort() : SitingEffort.Quick) with { Threads = threads };
    private GroundSignals? _overGround; // null for the rural macro model

    /// <summary>The answer.</summary>
    /// <exception cref="ProcessFailedException">What is wanted cannot be reached or paid; says how much can.</exception>
    public SitingAnswer Answer()
    {
        Report("Tính trạm nào phục vụ ô nào", "Finding which site serves which cell", 0.05);
        var network = NetworkProblem.Of(question.Demand, question.Standing, question.Candidates, Served);
        Report("Chọn vị trí", "Choosing sites", 0.15);
        var plan = Plan(network);
        Report("Tính lại với nhiễu", "Judging again with interference", 0.5);
        var mended = plan with { Repaired = Repair(network, plan), Sharing = Sharing(network) };
        var steps = (int)inputs.Number(SitePlanInputs.Steps);
        return steps == 0 ? mended : mended with { Curve = CoverageCurve.Compute(network.Problem, steps, _effort, new CurveProgress(progress), cancellation) };
    }

    private IReadOnlyList<int[]> Served(IReadOnlyList<IReadOnlyList<NetworkCarrier>> sites)
    {
        if (question.Ground is not { } ground)
            return RuralMacroService.Served(question.Demand.Centres(), sites, SitingQuestionReader.Settings(inputs), inputs.Number(SitePlanInputs.Probability), threads, cancellation);
        IReadOnlyList<NetworkSite>[] masts = [.. sites.Select(s => ground.MastsOf(s, []))];
        _overGround = new GroundSignals(question.Demand, masts, ground.Landscape, ground.Service, threads, cancellation);
        return _overGround.Served();
    }

    private SitingAnswer Plan(NetworkProblem network)
    {
        var (problem, goal) = (network.Problem, question.Goal());
        if (question.Years.Count == 0)
        {
            Refuse(goal.Problems(problem));
            return Told(network, SitingSolver.Solve(problem, goal, _effort, cancellation), isCheapest: true);
        }
        if (question.Years is [var budget] && goal.Weight == 0 && goal.Floors.All(f => f == 0))
        {
            var most = new SitingGoal.MostWithinBudget(budget);
            Refuse(most.Problems(problem));
            return Told(network, SitingSolver.Solve(problem, most, _effort, cancellation), isCheapest: false);
        }
        var years = question.Years.Select((money, year) => new YearBudget(money, (int)Math.Round(1_000 * Math.Pow(1 - inputs.Number(SitePlanInputs.Discount), year)))).ToArray();
        Refuse(YearPlanner.Problems(problem, years, goal, _effort, cancellation));
        var plan = YearPlanner.Solve(problem, years, goal, _effort, cancellation);
        return new SitingAnswer(network, plan.Years, plan.Objective, plan.Bound, plan.Gap, false, Nothing, []);
    }

    private static SitingAnswer Told(NetworkProblem network, SitingPlan plan, bool isCheapest) =>
        new(network, [new PlannedYear(plan.Chosen, plan.Cost, plan.Served)], plan.Objective, plan.Bound, plan.Gap, isCheapest, Nothing, []);

    private static RepairedPlan Nothing { get; } = new([], new ServedWeight(0, []), new ServedWeight(0, []), [], 0, false);

    private RepairedPlan Repair(NetworkProblem network, SitingAnswer plan)
    {
        var money = question.Years.Count > 0 ? question.Years.Sum() : plan.Years.Sum(y => y.Cost);
        var limits = new RepairLimits(money, _overGround?.Tilts ?? 1, MostEvaluations, Substitutes) { CanTilt = site => _overGround?.CanTilt(site) ?? false };
        return SignalRepair.Mend(network.Problem, plan.Chosen, _overGround is { } signals ? signals.Evaluate : ByDistance(network), limits, cancellation);
    }

    private SignalEvaluator ByDistance(NetworkProblem network)
    {
        var interference = new InterferenceSettings(
            SitingQuestionReader.Settings(inputs), inputs.Number(SitePlanInputs.Ratio), inputs.Number(SitePlanInputs.Load), LinkBudget.NoisePerElementDbm(SubcarrierSpacingHertz, NoiseFigureDb));
        return new NetworkSignals(question.Demand, network, interference, threads, cancellation).Evaluate;
    }

    private (SitingPlan? Alone, SitingPlan? Shared)? Sharing(NetworkProblem network)
    {
        if (inputs.Find(SitePlanInputs.EquipmentCost) is not { } cost)
            return null;
        string[] operators = [.. question.Standing.Select(c => c.Mast.Operator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var masts = network.Problem.Sites.Select((site, i) => (site, site.IsBuilt ? Array.IndexOf(operators, network.Carriers[i][0].Mast.Operator) : -1)).ToArray();
        var each = (long)Math.Ceiling(question.Share * question.Whole().Total);
        return (Plan(false), Plan(true));

        SitingPlan? Plan(bool isShared)
        {
            var problem = SharedMasts.Problem(question.Demand.Cells, masts, operators, (long)Math.Round(cost.GetDouble() * NetworkProblem.PartsOfCost), isShared);
            var goal = new SitingGoal.Reach(0, [.. operators.Select(_ => each)]);
            return goal.Problems(problem).Count > 0 ? null : SitingSolver.Solve(problem, goal, _effort, cancellation);
        }
    }

    private static void Refuse(IReadOnlyList<BilingualText> problems)
    {
        if (problems.Count > 0)
            throw new ProcessFailedException("unreachable", new(
                $"{string.Join("; ", problems.Select(p => p.Vi))} (phần nghìn người, phần nghìn đơn vị chi phí).",
                $"{string.Join("; ", problems.Select(p => p.En))} (thousandths of people and of units of cost)."));
    }

    private void Report(string vi, string en, double fraction) => progress.Report(new StepProgress(new(vi, en), fraction));

    private sealed class CurveProgress(IProgress<StepProgress> whole) : IProgress<double>
    {
        public void Report(double value) => whole.Report(new StepProgress(new("Vẽ đường chi phí và dân số", "Drawing the curve of cost and people"), 0.6 + (0.35 * value)));
    }
}

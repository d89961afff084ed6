using Geo.Api.Http;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Why a scenario cannot be run, as a problem.</summary>
internal static class ScenarioTrouble
{
    public static RequestProblem Of(IEnumerable<ScenarioProblem> problems) => Of(new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]).Text);

    public static RequestProblem Of(BilingualText reason) => new(
        StatusCodes.Status422UnprocessableEntity,
        "scenario-problems",
        new("Không chạy được kịch bản", "The scenario cannot be run"),
        reason);
}

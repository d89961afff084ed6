using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether ways can be found over a friction.</summary>
internal static class FrictionCheck
{
    /// <summary>Refuses a friction below 0, over which ways would become cheaper the longer they are.</summary>
    /// <exception cref="ScenarioFailedException">There is one.</exception>
    public static void RefuseNegative(Surface friction, CancellationToken cancellation)
    {
        var row = new float[friction.Frame.Columns];
        for (var number = 0; number < friction.Frame.Rows; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            friction.Read(number, row);
            foreach (var cost in row)
                if (cost < 0)
                    throw new ScenarioFailedException([new(
                        "derived",
                        new(FormattableString.Invariant($"lực cản của cost_distance là {cost} tại hàng {number}; phải từ 0 trở lên"), FormattableString.Invariant($"the friction of cost_distance is {cost} in row {number}; at least 0 is allowed")),
                        new("dùng max(0, …) trong một expression", "use max(0, …) in an expression"))]);
        }
    }
}

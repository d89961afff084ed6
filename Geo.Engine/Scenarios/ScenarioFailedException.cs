namespace Geo.Engine.Scenarios;

/// <summary>A scenario cannot be run on this store; says why.</summary>
public sealed class ScenarioFailedException : Exception
{
    /// <summary>With what stands in the way.</summary>
    public ScenarioFailedException(IReadOnlyList<ScenarioProblem> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>With a message for people.</summary>
    public ScenarioFailedException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and the cause.</summary>
    public ScenarioFailedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Without a message; kept for serialisers.</summary>
    public ScenarioFailedException()
    {
    }

    /// <summary>The message in both languages.</summary>
    public BilingualText Text => Problems.Count == 0
        ? new(Message, Message)
        : new(string.Join("; ", Problems.Select(p => p.Text.Vi)), string.Join("; ", Problems.Select(p => p.Text.En)));

    /// <summary>What stands in the way.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; } = [];
}

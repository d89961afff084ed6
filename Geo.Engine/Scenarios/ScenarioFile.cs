namespace Geo.Engine.Scenarios;

/// <summary>Reads scenario files (<c>soctranggeo/scenario/1</c>, JSON Schema in <c>data/schema/scenario.schema.json</c>).</summary>
public static class ScenarioFile
{
    /// <summary>Reads a scenario; every fault is a problem with the path where it stands, never an exception.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="sourceName">File name, for messages.</param>
    public static ScenarioParse Parse(string yaml, string sourceName) => throw new InvalidOperationException(sourceName + yaml);
}

using System.Globalization;

namespace Geo.Tests.Fixtures;

/// <summary>A row of a table of published values: fields by the names in the table's first line.</summary>
internal sealed class ReferenceRow(Dictionary<string, string> fields)
{
    /// <summary>The rows of a table that lies beside the repository.</summary>
    public static IReadOnlyList<ReferenceRow> Of(params string[] path)
    {
        var lines = File.ReadAllLines(Repository.Shared(path));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => new ReferenceRow(names.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second)))];
    }

    public string Text(string name) => fields[name];

    public double Number(string name) => double.Parse(fields[name], CultureInfo.InvariantCulture);

    public override string ToString() => string.Join(", ", fields.Select(f => $"{f.Key} {f.Value}"));
}

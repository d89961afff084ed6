using Geo.Engine.Yaml;

namespace Geo.Engine.Radio.Spectrum;

/// <summary>Bands, licences, operators and carriers: data, because auctions change them (<c>spectrum.yaml</c>).</summary>
/// <param name="Bands">NR bands.</param>
/// <param name="Operators">Names of operators by id.</param>
/// <param name="Licences">Who may use what.</param>
/// <param name="Carriers">Carriers that a network may have, the first of each band being that of masts that say only their band.</param>
public sealed record SpectrumTable(
    IReadOnlyList<Band> Bands, IReadOnlyDictionary<string, string> Operators, IReadOnlyList<Licence> Licences, IReadOnlyList<Carrier> Carriers)
{
    /// <summary>The value of <c>schema:</c> in the files this engine reads.</summary>
    public const string Schema = "soctranggeo/spectrum/1";

    private static readonly Lazy<SpectrumTable> Shipped = new(ReadShipped);

    /// <summary>The table of Viet Nam that comes with the engine.</summary>
    public static SpectrumTable Bundled => Shipped.Value;

    /// <summary>The first carrier of a band, of an operator when one is named; null when there is none.</summary>
    public Carrier? Find(string band, string? operatorId) =>
        Carriers.FirstOrDefault(c => c.Band == band && (operatorId is null || c.Operator == operatorId));

    /// <summary>Reads a table; null with the reasons in <paramref name="problems"/> when anything is wrong.</summary>
    public static SpectrumTable? Parse(string yaml, ICollection<YamlProblem> problems)
    {
        var faultsBefore = problems.Count;
        if (YamlText.Read(yaml, problems)?.Mapping() is not { } root)
            return null;
        var schema = root.Required("schema");
        if (schema?.Text() is { } version && version != Schema)
            schema.Fault(new($"'{version}' không phải là bảng phổ tần mà chương trình đọc được; chương trình đọc {Schema}", $"'{version}' is not a spectrum table this engine reads; it reads {Schema}"));
        var table = SpectrumReader.Read(root);
        root.Finish();
        return problems.Count == faultsBefore ? table : null;
    }

    private static SpectrumTable ReadShipped()
    {
        using var stream = typeof(SpectrumTable).Assembly.GetManifestResourceStream("Geo.Engine.Radio.Spectrum.spectrum.yaml")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        var problems = new List<YamlProblem>();
        return Parse(reader.ReadToEnd(), problems) ?? throw new InvalidOperationException($"spectrum.yaml: {problems[0]}");
    }
}

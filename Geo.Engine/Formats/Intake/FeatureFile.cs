namespace Geo.Engine.Formats.Intake;

/// <summary>A file of one format that can be looked through once and then read feature by feature.</summary>
/// <param name="name">File name without its folder, for messages.</param>
internal abstract class FeatureFile(string name)
{
    /// <summary>File name without its folder.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the format.</summary>
    public abstract string Format { get; }

    /// <summary>Looks through the file; faults end in <see cref="ImportRefusedException"/>.</summary>
    public abstract Task<FileSurvey> SurveyAsync(ImportReport report, CancellationToken cancellation);

    /// <summary>Streams the features; faults end in <see cref="ImportRefusedException"/>.</summary>
    public abstract IAsyncEnumerable<RawFeature> ReadAsync(FileSurvey survey, ImportReport report, CancellationToken cancellation);

    /// <summary>Where a feature stands, for people.</summary>
    public abstract string Place(in RawFeature raw);

    /// <summary>Refuses the file.</summary>
    public ImportRefusedException Refusal(string? place, string message) => new(new ImportProblem(Name, place, message));
}

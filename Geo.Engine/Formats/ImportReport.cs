using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats;

/// <summary>
/// What an import found. Fills while the features are read; whole once the stream has ended. Lists keep the first
/// <see cref="ListedAtMost"/> entries, counts are complete. Written by one reader at a time.
/// </summary>
public sealed class ImportReport
{
    /// <summary>Longest any list grows.</summary>
    public const int ListedAtMost = 1000;

    private readonly List<ImportMending> _mended = [];
    private readonly List<ImportProblem> _refused = [];
    private readonly List<ImportProblem> _warnings = [];

    /// <summary>Features given so far.</summary>
    public long FeaturesRead { get; internal set; }

    /// <summary>Number of mended geometries.</summary>
    public long MendedCount { get; private set; }

    /// <summary>Sum of all changes of area by mending, hectares; gains and losses cancel.</summary>
    public double AreaChangeHectares { get; private set; }

    /// <summary>Mended geometries.</summary>
    public IReadOnlyList<ImportMending> Mended => _mended;

    /// <summary>Number of reasons for which the file is refused.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Why the file is refused; empty when it is accepted.</summary>
    public IReadOnlyList<ImportProblem> Refused => _refused;

    /// <summary>True when nothing of the file may be kept.</summary>
    public bool IsRefused => RefusedCount > 0;

    /// <summary>What was odd but accepted.</summary>
    public IReadOnlyList<ImportProblem> Warnings => _warnings;

    /// <summary>Name of the format that was read.</summary>
    public string? Format { get; internal set; }

    /// <summary>The encoding of text that was used; null where the format knows only one.</summary>
    public TextEncoding? Encoding { get; internal set; }

    /// <summary>The system the file's coordinates were taken to be in; the layer is in CRS84.</summary>
    public CoordinateSystem? System { get; internal set; }

    internal void Mend(ImportMending mending)
    {
        MendedCount++;
        AreaChangeHectares += mending.AreaChangeHectares;
        if (_mended.Count < ListedAtMost)
            _mended.Add(mending);
    }

    internal void Refuse(ImportProblem problem)
    {
        RefusedCount++;
        if (_refused.Count < ListedAtMost)
            _refused.Add(problem);
    }

    internal void Warn(ImportProblem problem)
    {
        if (_warnings.Count < ListedAtMost)
            _warnings.Add(problem);
    }
}

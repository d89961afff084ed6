using System.Globalization;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats;

/// <summary>What the person who imports a file knows better than the file. Every default is "as the file says".</summary>
public sealed record ImportOptions
{
    /// <summary>On whose behalf, for the audit log.</summary>
    public Author Author { get; init; } = Author.Program;

    /// <summary>Identifier of the layer, <c>[a-z][a-z0-9-]{0,62}</c>; null = made from the file's name.</summary>
    public string? LayerId { get; init; }

    /// <summary>The layer this import replaces, which passes on what the file cannot say: title, description, and the columns of time it still has.</summary>
    public LayerDefinition? Replaced { get; init; }

    /// <summary>Date or date-time column of the layer that <c>datetime</c> filters on, or the start of a validity period; null = that of <see cref="Replaced"/>.</summary>
    public string? TimeStart { get; init; }

    /// <summary>Date or date-time column of the layer with the end of a validity period; null = that of <see cref="Replaced"/>.</summary>
    public string? TimeEnd { get; init; }

    /// <summary>Name for people; null = that of <see cref="Replaced"/>, else the file's name.</summary>
    public BilingualText? Title { get; init; }

    /// <summary>What the layer shows; null = that of <see cref="Replaced"/>, else which file it was read from.</summary>
    public BilingualText? Description { get; init; }

    /// <summary>Origin and trust; null = the file's name as source, licence unknown, status <see cref="LayerStatus.Schematic"/>.</summary>
    public LayerProvenance? Provenance { get; init; }

    /// <summary>The system the coordinates are in, against whatever the file says; null = as the file says.</summary>
    public CoordinateSystem? System { get; init; }

    /// <summary>True when the file has latitude or northing first. CSV columns that have names are told apart by their names.</summary>
    public bool SwapAxes { get; init; }

    /// <summary>The encoding of text in Shapefiles and CSV, against whatever the file says; null = as the file says, else detected.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The coordinate columns of a CSV file; null = found by name.</summary>
    public CsvColumns? Columns { get; init; }

    /// <summary>The culture of numbers and dates in a CSV file; null = told from the numbers themselves.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Columns to rename, from the file's name to the layer's.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens to polygons that cross themselves and the like.</summary>
    public InvalidGeometryPolicy InvalidGeometry { get; init; } = InvalidGeometryPolicy.Mend;
}

using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>One file of open data that can be fetched from its publisher.</summary>
public sealed record DataSource
{
    /// <summary>What a personal key is written as in <see cref="Url"/>.</summary>
    public const string KeyPlace = "{key}";

    /// <summary>Identifier on the command line, unique in a list.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Address, <c>https</c> (plain <c>http</c> only on this machine); may hold <see cref="KeyPlace"/>.</summary>
    public required string Url { get; init; }

    /// <summary>Name of the environment variable with the personal key; null when none is needed.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Name that the file is kept under, without a folder.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it comes from, under which licence, how far it can be trusted.</summary>
    public required LayerProvenance Provenance { get; init; }

    /// <summary>Media types that the answer may have, lower case, without parameters.</summary>
    public required IReadOnlyList<string> MediaTypes { get; init; }

    /// <summary>Smallest size that is believed, bytes.</summary>
    public required long LeastBytes { get; init; }

    /// <summary>Largest size that is taken, bytes; a longer answer is cut off and refused.</summary>
    public required long MostBytes { get; init; }

    /// <summary>Checksum, 64 lower-case hexadecimal digits; null where the publisher changes the file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Which layers it becomes.</summary>
    public required IReadOnlyList<DataSourceLayer> Layers { get; init; }
}

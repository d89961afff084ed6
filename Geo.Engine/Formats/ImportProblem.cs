namespace Geo.Engine.Formats;

/// <summary>One thing that is wrong with a file, or worth knowing about it.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Place">Where in the file: byte, line, feature, JSON pointer, column; null when it is about the whole.</param>
/// <param name="Message">What was received and what is allowed.</param>
public sealed record ImportProblem(string File, string? Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Place is null ? $"{File}: {Message}" : $"{File}, {Place}: {Message}";
}

namespace Geo.Engine.Formats.Studies;

/// <summary>Something wrong with a file of another program.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Line, or number of the record of a .dbf, from 1; null when it is about the whole.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record StudyProblem(string File, int? Line, BilingualText Message)
{
    /// <summary>One line for people: where and what.</summary>
    public BilingualText Text => new(
        Line is null ? $"{File}: {Message.Vi}" : $"{File}, dòng {Line}: {Message.Vi}",
        Line is null ? $"{File}: {Message.En}" : $"{File}, line {Line}: {Message.En}");
}

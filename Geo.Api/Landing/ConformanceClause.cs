namespace Geo.Api.Landing;

/// <summary>A clause of a standard and what holds it.</summary>
/// <param name="Name">The clause, or several of one kind, as <c>docs/conformance.md</c> writes them.</param>
/// <param name="Reason">The tests that hold it, or why there are none.</param>
internal sealed record ConformanceClause(string Name, string Reason)
{
    private static readonly string[] NothingToHold = ["does not arise", "do not arise"];

    /// <summary>How the service stands to it: the first words of the reason say so.</summary>
    public ConformanceVerdict Verdict =>
        NothingToHold.Any(w => Reason.StartsWith(w, StringComparison.Ordinal)) ? ConformanceVerdict.DoesNotArise
        : Reason.StartsWith("not declared", StringComparison.Ordinal) ? ConformanceVerdict.NotDeclared
        : ConformanceVerdict.Held;
}

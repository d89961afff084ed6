using Geo.Api.Access;
using Geo.Engine.Access;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>
/// Whose jobs a caller may see: its own, in the list and by their id; those of nobody in particular by their id alone, which cannot be guessed; a planner all of them.
/// </summary>
internal static class JobReach
{
    private const string Nobody = "";

    /// <summary>Whose a job of this caller is.</summary>
    public static string OwnerOf(Caller caller) => caller.Proof == Proof.None ? Nobody : caller.Id;

    /// <summary>The part of a query that this caller may see; for somebody who proves nothing, nothing, as no job is owned by that name.</summary>
    public static JobQuery Within(Caller caller, JobQuery query) => caller.May(Role.Planner) ? query : query with { Owner = caller.Id };

    /// <summary>Whether this caller may see a job whose id it knows.</summary>
    public static bool Holds(Caller caller, Job job) => job.Owner == Nobody || job.Owner == caller.Id || caller.May(Role.Planner);
}

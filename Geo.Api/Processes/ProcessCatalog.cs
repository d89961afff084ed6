namespace Geo.Api.Processes;

/// <summary>The processes that this server offers.</summary>
internal sealed class ProcessCatalog(IEnumerable<Process> processes)
{
    /// <summary>All of them, in order of id.</summary>
    public IReadOnlyList<Process> All { get; } = [.. processes.OrderBy(p => p.Description.Id, StringComparer.Ordinal)];

    /// <summary>One of them, or null.</summary>
    public Process? Find(string id) => All.FirstOrDefault(p => p.Description.Id == id);
}

namespace Geo.Api.Processes;

/// <summary>The processes that this server offers.</summary>
internal sealed class ProcessCatalog(IEnumerable<Process> processes)
{
    /// <summary>All of them, in order of id.</summary>
    public IReadOnlyList<Process> All { get; } = [.. processes.OrderBy(p => p.Description.Id, StringComparer.Ordinal)];

    /// <summary>One of them by its id or one that it once had, or null.</summary>
    public Process? Find(string id) => All.FirstOrDefault(p => p.Description.Id == id) ?? All.FirstOrDefault(p => p.Description.FormerIds.Contains(id, StringComparer.Ordinal));
}

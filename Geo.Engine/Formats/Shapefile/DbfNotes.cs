using System.Globalization;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>Counts what a .dbf could not say, by column and cause, and keeps the first record of each.</summary>
internal sealed class DbfNotes
{
    private readonly Dictionary<(string Column, string Cause), (long Count, long First, string Value)> _notes = [];

    /// <summary>Adds one.</summary>
    public void Add(string column, string cause, long record, string value)
    {
        var key = (column, cause);
        _notes[key] = _notes.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : (1, record, value);
    }

    /// <summary>All of them, in words.</summary>
    public IEnumerable<string> Lines => _notes.Select(n => string.Create(
        CultureInfo.InvariantCulture,
        $"column '{n.Key.Column}': {n.Value.Count} value(s) {n.Key.Cause} and are left empty; the first is '{n.Value.Value}' in record {n.Value.First}"));
}

namespace Geo.Engine.Tiles;

/// <summary>
/// Numbers of dates that were numbered before: they come again and again, and are found sooner than they are written as text. Each has one place, which it loses to another
/// some twenty years away. Not to be shared between threads.
/// </summary>
internal sealed class KnownDays : IDisposable
{
    private const int Places = 8192; // a power of two

    private readonly TileBuffer<(int Day, uint Number)> _places = TileBuffer<(int Day, uint Number)>.Zeros(Places); // days from 1; 0 for none

    /// <summary>The number of a date, if it is known.</summary>
    public bool TryFind(DateOnly date, out uint number)
    {
        (var day, number) = _places.Items[date.DayNumber & (Places - 1)];
        return day == date.DayNumber + 1;
    }

    /// <summary>Remembers the number of a date.</summary>
    public void Add(DateOnly date, uint number) => _places.Items[date.DayNumber & (Places - 1)] = (date.DayNumber + 1, number);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}

namespace Geo.Api.Processes;

/// <summary>
/// What was read to judge an execution, kept until that execution runs, so that large inputs are not read twice. The latest only: who comes in between costs a second
/// reading, never a wrong one, as the key names the versions of all that was read.
/// </summary>
internal sealed class LatestReading<T>
    where T : class
{
    private readonly Lock _lock = new();
    private string _key = "";
    private T? _reading;

    /// <summary>Keeps a reading in the place of the one before.</summary>
    public void Keep(string key, T reading)
    {
        lock (_lock)
            (_key, _reading) = (key, reading);
    }

    /// <summary>Gives a reading away; null when it is not there.</summary>
    public T? Take(string key)
    {
        lock (_lock)
        {
            if (_key != key)
                return null;
            var reading = _reading;
            (_key, _reading) = ("", null);
            return reading;
        }
    }
}

using Geo.Engine.Features;

namespace Geo.Api.Health;

/// <summary>How far the server is on its way to being ready. Safe to read and report from any thread.</summary>
public sealed class PreparationProgress : IProgress<StepProgress>
{
    private readonly Lock _lock = new();
    private StepProgress? _current = new(new("Đang mở kho dữ liệu", "Opening the store"), 0);
    private string? _failure;

    /// <summary>The step at work; null when everything is done.</summary>
    public StepProgress? Current
    {
        get
        {
            lock (_lock)
                return _current;
        }
    }

    /// <summary>Why the work stands still, for people; null while it goes on.</summary>
    public string? Failure
    {
        get
        {
            lock (_lock)
                return _failure;
        }
    }

    /// <summary>A step has begun or come further.</summary>
    public void Report(StepProgress value)
    {
        lock (_lock)
            (_current, _failure) = (value, null);
    }

    /// <summary>Everything is there.</summary>
    public void Done()
    {
        lock (_lock)
            (_current, _failure) = (null, null);
    }

    /// <summary>The step at work could not be finished.</summary>
    public void Fail(string reason)
    {
        lock (_lock)
            _failure = reason;
    }
}

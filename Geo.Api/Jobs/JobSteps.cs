using Geo.Engine.Features;

namespace Geo.Api.Jobs;

/// <summary>The steps of one job, for its heartbeat: a new step is told at once, more percent of the same step with the next beat.</summary>
internal sealed class JobSteps : IProgress<StepProgress>
{
    private readonly Lock _gate = new();
    private StepProgress? _latest;
    private StepProgress? _told;
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next step.</summary>
    public Task Next
    {
        get
        {
            lock (_gate)
                return _next.Task;
        }
    }

    public void Report(StepProgress value)
    {
        TaskCompletionSource? step = null;
        lock (_gate)
        {
            if (_latest?.Step != value.Step)
                (step, _next) = (_next, New());
            _latest = value;
        }
        step?.TrySetResult();
    }

    /// <summary>How far the job has come, when that is not told yet; null when there is nothing new.</summary>
    public StepProgress? TakeNews()
    {
        lock (_gate)
        {
            if (_latest == _told)
                return null;
            return _told = _latest;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

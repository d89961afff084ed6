using Geo.Api.Jobs;
using Geo.Engine.Jobs;

namespace Geo.Tests.Api;

/// <summary>When a running job counts as abandoned (robustness.md K10).</summary>
public sealed class JobWatchTests
{
    private readonly TwoClocks _clocks = new();
    private readonly JobWatch _watch;

    public JobWatchTests() => _watch = new JobWatch(TimeSpan.FromSeconds(8), _clocks);

    [Fact]
    public void A_job_whose_beat_stands_still_for_a_lease_is_abandoned_and_not_before()
    {
        Assert.False(_watch.IsAbandoned(Running(1, 5)));
        _clocks.Pass(TimeSpan.FromSeconds(7.9));
        Assert.False(_watch.IsAbandoned(Running(1, 5)));
        _clocks.Pass(TimeSpan.FromSeconds(0.1));
        Assert.True(_watch.IsAbandoned(Running(1, 5)));
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 0)]
    public void A_beat_or_another_worker_begins_the_lease_anew(long fence, long beat)
    {
        Assert.False(_watch.IsAbandoned(Running(1, 5)));
        _clocks.Pass(TimeSpan.FromSeconds(7));
        Assert.False(_watch.IsAbandoned(Running(fence, beat)));
        _clocks.Pass(TimeSpan.FromSeconds(7));
        Assert.False(_watch.IsAbandoned(Running(fence, beat)));
        _clocks.Pass(TimeSpan.FromSeconds(1));
        Assert.True(_watch.IsAbandoned(Running(fence, beat)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_clock_that_is_set_by_a_day_neither_takes_a_job_away_nor_leaves_it_lying(int days)
    {
        Assert.False(_watch.IsAbandoned(Running(1, 5)));
        _clocks.Set(TimeSpan.FromDays(days));
        Assert.False(_watch.IsAbandoned(Running(1, 5)));
        _clocks.Pass(TimeSpan.FromSeconds(8));
        Assert.True(_watch.IsAbandoned(Running(1, 5)));
    }

    private static Job Running(long fence, long beat) => new()
    {
        Number = 1,
        Id = "a",
        ProcessId = "echo",
        State = JobState.Running,
        Owner = "",
        InputHash = "",
        Progress = 0,
        Created = DateTimeOffset.UnixEpoch,
        Updated = DateTimeOffset.UnixEpoch,
        Attempt = 1,
        Fence = fence,
        Beat = beat,
    };

    /// <summary>The time of day, which can be set, and the time that passes.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
        private long _passed;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed;

        public void Pass(TimeSpan time) => (_now, _passed) = (_now + time, _passed + time.Ticks);

        public void Set(TimeSpan by) => _now += by;
    }
}

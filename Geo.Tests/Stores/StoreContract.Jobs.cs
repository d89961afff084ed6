using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private IJobLedger Ledger => (IJobLedger)Store;

    [Fact]
    public async Task A_job_that_was_written_is_found_in_full_by_every_process()
    {
        var added = await AddAsync("a1", owner: "lan", key: "k");
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        Assert.Equal(added, await ((IJobLedger)second).FindJobAsync("a1", Cancel));
        Assert.Equal("""{"đất":1}""", await ((IJobLedger)second).FindRequestAsync("a1", Cancel));
        Assert.Equal(
            ("echo", JobState.Accepted, "lan", "hash-a1", "k", 0, Noon, Noon, 0),
            (added.ProcessId, added.State, added.Owner, added.InputHash, added.IdempotencyKey, added.Progress, added.Created, added.Updated, added.Attempt));
        Assert.Null(added.Started ?? added.Finished);
        Assert.Null(added.Step);
        Assert.Null(await Ledger.FindJobAsync("none", Cancel));
        Assert.Null(await Ledger.FindRequestAsync("none", Cancel));
    }

    [Fact]
    public async Task A_key_used_again_by_its_owner_gives_the_job_it_gave_before()
    {
        var first = await AddAsync("a1", owner: "lan", key: "k");
        var again = await Ledger.AddJobAsync(New("a2", "lan", "k"), 10, Cancel);
        Assert.Equal((first, false), (again.Job, again.IsNew));
        Assert.True((await Ledger.AddJobAsync(New("a3", "minh", "k"), 10, Cancel)).IsNew);
        Assert.True((await Ledger.AddJobAsync(New("a4", "lan", null), 10, Cancel)).IsNew);
        Assert.True((await Ledger.AddJobAsync(New("a5", "lan", null), 10, Cancel)).IsNew);
    }

    [Fact]
    public async Task Of_many_that_come_at_once_with_one_key_one_writes_the_job_and_all_get_it()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var ledgers = new[] { Ledger, (IJobLedger)second };
        var admissions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => ledgers[i % 2].AddJobAsync(New($"a{i}", "lan", "k"), 10, Cancel), Cancel)));
        Assert.Single(admissions, a => a.IsNew);
        Assert.Single(admissions.Select(a => a.Job!.Id).Distinct());
    }

    [Fact]
    public async Task A_job_that_finds_too_many_waiting_is_not_written()
    {
        await AddAsync("a1");
        await AddAsync("a2");
        Assert.Equal(new JobAdmission(null, false), await Ledger.AddJobAsync(New("a3", "", null), 2, Cancel));
        await ClaimAsync("a1", "w");
        Assert.True((await Ledger.AddJobAsync(New("a3", "", null), 2, Cancel)).IsNew);
    }

    [Fact]
    public async Task Of_workers_that_see_a_job_at_once_one_takes_it()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var ledgers = new[] { Ledger, (IJobLedger)second };
        for (var round = 0; round < 5; round++)
        {
            var seen = await AddAsync($"a{round}");
            var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => ledgers[i % 2].ClaimJobAsync(seen, $"w{i}", Noon, Cancel), Cancel)));
            var claimed = Assert.Single(claims.OfType<Job>());
            Assert.Equal((JobState.Running, 1, 1L, Noon), (claimed.State, claimed.Attempt, claimed.Fence, claimed.Started));
            Assert.Equal(claimed, await Ledger.FindJobAsync(seen.Id, Cancel));
        }
    }

    [Fact]
    public async Task A_worker_is_the_holder_as_long_as_its_beat_grows_whatever_the_clocks_say()
    {
        await AddAsync("a1");
        var held = await ClaimAsync("a1", "w1", Noon.AddDays(1));
        var claim = new JobClaim("a1", held.Fence);
        Assert.True(await Ledger.RenewJobAsync(claim, null, Noon.AddDays(-1), Cancel));
        Assert.Null(await Ledger.ClaimJobAsync(held, "w2", Noon.AddDays(3), Cancel));
        var seen = await FindJobAsync("a1");
        Assert.Equal((held.Beat + 1, "w1"), (seen.Beat, seen.Holder));
        Assert.Equal((2, 2L, "w2"), await ClaimJobAsync(seen, "w2") is { } taken ? (taken.Attempt, taken.Fence, taken.Holder) : default);
    }

    [Fact]
    public async Task Progress_is_kept_by_step_and_stays_when_only_the_beat_goes_on()
    {
        await AddAsync("a1");
        var claim = await ClaimOnAsync("a1");
        Assert.True(await Ledger.RenewJobAsync(claim, new StepProgress(new("Đo", "Measuring"), 0.429), Noon.AddSeconds(1), Cancel));
        Assert.True(await Ledger.RenewJobAsync(claim, null, Noon.AddSeconds(2), Cancel));
        var job = await FindJobAsync("a1");
        Assert.Equal((42, new BilingualText("Đo", "Measuring"), Noon.AddSeconds(2)), (job.Progress, job.Step, job.Updated));
    }

    [Fact]
    public async Task The_results_of_a_job_appear_together_with_its_end_and_once()
    {
        await AddAsync("a1");
        var claim = await ClaimOnAsync("a1");
        Assert.True(await Ledger.FinishJobAsync(claim, Success, Results("a1", 7), Cancel));
        Assert.True(await Ledger.FinishJobAsync(claim, Success, Results("a1", 8), Cancel)); // the answer to the first was lost, say
        var job = await FindJobAsync("a1");
        Assert.Equal((JobState.Successful, 100, "done", Noon.AddMinutes(1), null), (job.State, job.Progress, job.Outcome, job.Finished, job.Holder));
        var layer = await FindAsync("result");
        Assert.Equal((1L, 7L), (layer.Revision, (await ReadAsync(layer))[0].Id));
        Assert.NotNull(await Store.FindDocumentAsync("jobs/a1/out", Cancel));
    }

    [Fact]
    public async Task What_a_job_publishes_is_in_the_audit_log_and_what_it_keeps_to_itself_is_not()
    {
        await AddAsync("a1");
        await Ledger.FinishJobAsync(await ClaimOnAsync("a1"), Success, new StoreChange { Documents = [Output("a1")] }, Cancel);
        Assert.Empty(await Store.Audit.ReadAsync(Cancel).ToListAsync(Cancel));
        await AddAsync("a2");
        await Ledger.FinishJobAsync(await ClaimOnAsync("a2"), Success, Results("a2", 7) with { Author = new("key:1", "scenario.run") }, Cancel);
        var record = Assert.Single(await Store.Audit.ReadAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(("key:1", "layer result"), (record.Entry.Author.Actor, record.Entry.Target));
    }

    [Fact]
    public async Task Who_has_lost_a_job_can_neither_renew_it_nor_give_it_back_nor_publish()
    {
        await AddAsync("a1");
        var lost = await ClaimOnAsync("a1");
        var holder = new JobClaim("a1", (await ClaimJobAsync(await FindJobAsync("a1"), "w2"))!.Fence);
        Assert.False(await Ledger.RenewJobAsync(lost, null, Noon, Cancel));
        Assert.False(await Ledger.GiveBackJobAsync(lost, Noon, Cancel));
        Assert.False(await Ledger.FinishJobAsync(lost, Success, Results("a1", 7), Cancel));
        Assert.Null(await Store.FindLayerAsync("result", Cancel));
        Assert.Null(await Store.FindDocumentAsync("jobs/a1/out", Cancel));
        Assert.True(await Ledger.FinishJobAsync(holder, Success, Results("a1", 9), Cancel));
        Assert.False(await Ledger.FinishJobAsync(lost, Success, Results("a1", 7), Cancel));
        Assert.Equal([9L], await IdsAsync(await FindAsync("result"), FeatureQuery.All));
    }

    [Fact]
    public async Task Of_two_workers_that_publish_at_once_the_one_that_holds_the_job_does()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        for (var round = 0; round < 3; round++)
        {
            var id = $"a{round}";
            await AddAsync(id);
            var lost = await ClaimOnAsync(id);
            var holder = new JobClaim(id, (await ClaimJobAsync(await FindJobAsync(id), "w2"))!.Fence);
            var published = await Task.WhenAll(
                Task.Run(() => Ledger.FinishJobAsync(lost, Success, Results(id, 100 + round), Cancel), Cancel),
                Task.Run(() => ((IJobLedger)second).FinishJobAsync(holder, Success, Results(id, 200 + round), Cancel), Cancel));
            Assert.Equal([false, true], published);
            Assert.Equal([200L + round], await IdsAsync(await FindAsync("result"), FeatureQuery.All));
        }
    }

    [Fact]
    public async Task A_job_whose_results_cannot_be_stored_goes_on_running()
    {
        await AddAsync("a1");
        var claim = await ClaimOnAsync("a1");
        var spoilt = new StoreChange { Layers = [new LayerContent(Definition("result"), Rows(Row(1, "POINT (NaN 1)")))] };
        await Assert.ThrowsAsync<InvalidFeatureException>(() => Ledger.FinishJobAsync(claim, Success, spoilt, Cancel));
        Assert.Equal(JobState.Running, (await FindJobAsync("a1")).State);
        Assert.True(await Ledger.FinishJobAsync(claim, new JobEnding(JobState.Failed, "why", Noon), new StoreChange(), Cancel));
        Assert.Equal((JobState.Failed, "why", 0), await FindJobAsync("a1") is { } job ? (job.State, job.Outcome, job.Progress) : default);
    }

    [Fact]
    public async Task A_job_that_is_given_back_waits_again_and_the_attempt_does_not_count()
    {
        await AddAsync("a1");
        var claim = await ClaimOnAsync("a1");
        await Ledger.RenewJobAsync(claim, new StepProgress(new("Đo", "Measuring"), 0.5), Noon, Cancel);
        Assert.True(await Ledger.GiveBackJobAsync(claim, Noon, Cancel));
        var waiting = await FindJobAsync("a1");
        Assert.Equal((JobState.Accepted, 0, 0, null), (waiting.State, waiting.Attempt, waiting.Progress, waiting.Step));
        Assert.False(await Ledger.FinishJobAsync(claim, Success, Results("a1", 7), Cancel));
        Assert.Equal(1, (await ClaimJobAsync(waiting, "w2"))!.Attempt);
    }

    [Fact]
    public async Task A_dismissed_job_can_be_read_but_not_taken_ended_or_dismissed_again()
    {
        var waiting = await AddAsync("a1");
        Assert.Equal(JobState.Dismissed, (await Ledger.DismissJobAsync("a1", Noon, Cancel))!.State);
        Assert.Null(await ClaimJobAsync(waiting, "w"));
        await AddAsync("a2");
        var claim = await ClaimOnAsync("a2");
        Assert.NotNull(await Ledger.DismissJobAsync("a2", Noon.AddSeconds(5), Cancel));
        Assert.False(await Ledger.RenewJobAsync(claim, null, Noon, Cancel));
        Assert.False(await Ledger.FinishJobAsync(claim, Success, Results("a2", 7), Cancel));
        Assert.Null(await Store.FindLayerAsync("result", Cancel));
        Assert.Null(await Ledger.DismissJobAsync("a2", Noon, Cancel));
        Assert.Null(await Ledger.DismissJobAsync("none", Noon, Cancel));
        Assert.Equal((JobState.Dismissed, Noon.AddSeconds(5)), await FindJobAsync("a2") is { } job ? (job.State, job.Finished) : default);
    }

    [Fact]
    public async Task A_job_that_is_over_goes_with_its_documents_and_leaves_those_of_others()
    {
        foreach (var id in new[] { "a", "ab", "a0" })
        {
            await AddAsync(id);
            await Ledger.FinishJobAsync(await ClaimOnAsync(id), Success, new StoreChange { Documents = [Output(id)] }, Cancel);
        }
        await AddAsync("running");
        await ClaimOnAsync("running");
        Assert.True(await Ledger.RemoveJobAsync("a", Cancel));
        Assert.False(await Ledger.RemoveJobAsync("a", Cancel));
        Assert.False(await Ledger.RemoveJobAsync("running", Cancel));
        Assert.Equal(["jobs/a0/out", "jobs/ab/out"], await Store.ListDocumentsAsync("jobs/", Cancel));
        Assert.Null(await Ledger.FindJobAsync("a", Cancel));
    }

    [Fact]
    public async Task Jobs_are_listed_the_latest_first_by_every_condition()
    {
        for (var i = 1; i <= 5; i++)
            Assert.NotNull((await Ledger.AddJobAsync(New($"a{i}", i % 2 == 0 ? "lan" : "", null) with { ProcessId = i < 3 ? "echo" : "run", Created = Noon.AddHours(i) }, 10, Cancel)).Job);
        // a1 took 60 s, a2 has been at work for 30 s.
        await Ledger.FinishJobAsync(await ClaimOnAsync("a1"), Success, new StoreChange(), Cancel);
        await ClaimAsync("a2", "w", Noon);
        Task<string> IdsAsync(JobQuery query) => ListAsync(query with { Now = Noon.AddSeconds(30) });
        Assert.Equal("a5 a4 a3 a2 a1", await IdsAsync(new JobQuery()));
        Assert.Equal("a5 a4", await IdsAsync(new JobQuery { Limit = 2 }));
        Assert.Equal("a2 a1", await IdsAsync(new JobQuery { BeforeNumber = (await FindJobAsync("a3")).Number }));
        Assert.Equal("a2 a1", await IdsAsync(new JobQuery { ProcessIds = ["echo", "none"] }));
        Assert.Equal("a2 a1", await IdsAsync(new JobQuery { States = [JobState.Successful, JobState.Running] }));
        Assert.Equal("a4 a2", await IdsAsync(new JobQuery { Owner = "lan" }));
        Assert.Equal("a4 a3", await IdsAsync(new JobQuery { CreatedFrom = Noon.AddHours(3), CreatedTo = Noon.AddHours(4) }));
        Assert.Equal("a1", await IdsAsync(new JobQuery { MinDuration = TimeSpan.FromSeconds(31) }));
        Assert.Equal("a2 a1", await IdsAsync(new JobQuery { MinDuration = TimeSpan.FromSeconds(30) }));
        Assert.Equal("a2", await IdsAsync(new JobQuery { MaxDuration = TimeSpan.FromSeconds(30) }));
        Assert.Equal("", await IdsAsync(new JobQuery { States = [JobState.Failed] }));
    }

    private static JobEnding Success => new(JobState.Successful, "done", Noon.AddMinutes(1));

    private static NewJob New(string id, string owner, string? key) => new(id, "echo", owner, """{"đất":1}""", $"hash-{id}", key, Noon);

    private static StoredDocument Output(string jobId) => new(Job.DocumentName(jobId, "out"), "text/plain", "x"u8.ToArray());

    private static StoreChange Results(string jobId, long featureId) => new()
    {
        Layers = [new LayerContent(Definition("result"), Rows(Row(featureId, "POINT (106 9.5)")))],
        Documents = [Output(jobId)],
    };

    private async Task<Job> AddAsync(string id, string owner = "", string? key = null)
    {
        var admission = await Ledger.AddJobAsync(New(id, owner, key), 100, Cancel);
        Assert.True(admission.IsNew);
        return admission.Job!;
    }

    private async Task<Job> FindJobAsync(string id) => Assert.IsType<Job>(await Ledger.FindJobAsync(id, Cancel));

    private Task<Job?> ClaimJobAsync(Job seen, string holder) => Ledger.ClaimJobAsync(seen, holder, Noon, Cancel);

    private async Task<Job> ClaimAsync(string id, string holder, DateTimeOffset? now = null) =>
        Assert.IsType<Job>(await Ledger.ClaimJobAsync(await FindJobAsync(id), holder, now ?? Noon, Cancel));

    private async Task<JobClaim> ClaimOnAsync(string id) => new(id, (await ClaimAsync(id, "w1")).Fence);

    private async Task<string> ListAsync(JobQuery query) => string.Join(' ', (await Ledger.ListJobsAsync(query, Cancel)).Select(j => j.Id));
}

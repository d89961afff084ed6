using System.Runtime.ExceptionServices;

namespace Geo.Engine.Grids;

/// <summary>The one sanctioned parallel loop: strips of rows. Work on a strip may depend on its rows only, never on who runs it.</summary>
public static class GridRows
{
    private const int StripRows = 64;

    /// <summary>Calls <paramref name="strip"/> with half-open row ranges that together cover 0..rows exactly once, in any order.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="threads">Most threads to use, at least 1; results must not depend on it.</param>
    /// <param name="strip">Work for rows from..to (to is not included).</param>
    /// <param name="cancellation">Stops between strips.</param>
    /// <param name="stripRows">Rows in a strip, at least 1.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>What a strip throws comes out as it is; where several do, one of them.</remarks>
    public static void ForEachStrip(int rows, int threads, Action<int, int> strip, CancellationToken cancellation, int stripRows = StripRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stripRows, 1);
        var strips = (rows + stripRows - 1) / stripRows;
        void Strip(int i) => strip(i * stripRows, Math.Min(rows, (i + 1) * stripRows));
        if (threads == 1 || strips <= 1)
            OneByOne(strips, Strip, cancellation);
        else
            SideBySide(strips, Math.Min(threads, strips), Strip, cancellation);
    }

    private static void OneByOne(int strips, Action<int> strip, CancellationToken cancellation)
    {
        for (var i = 0; i < strips; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            strip(i);
        }
    }

    // Every worker takes the next strip that nobody has taken: strips differ much in work, and the last ones decide when all is done.
    private static void SideBySide(int strips, int workers, Action<int> strip, CancellationToken cancellation)
    {
        var taken = 0;
        void Work()
        {
            var isDone = false;
            try
            {
                for (int i; (i = Interlocked.Increment(ref taken) - 1) < strips;)
                {
                    cancellation.ThrowIfCancellationRequested();
                    strip(i);
                }
                isDone = true;
            }
            finally
            {
                if (!isDone)
                    Interlocked.Exchange(ref taken, strips);
            }
        }
        RunAll(Work, workers);
    }

    private static void RunAll(Action work, int workers)
    {
        var tasks = new Task[workers];
        for (var worker = 1; worker < workers; worker++)
            tasks[worker] = Task.Run(work);
        tasks[0] = new Task(work);
        tasks[0].RunSynchronously(TaskScheduler.Default);
        try
        {
            Task.WaitAll(tasks);
        }
        catch (AggregateException thrown)
        {
            // The caller sees the same exception as from a plain loop, whatever the number of threads.
            ExceptionDispatchInfo.Throw(thrown.InnerExceptions[0]);
        }
    }
}

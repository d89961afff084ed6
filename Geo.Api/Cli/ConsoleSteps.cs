using System.Globalization;
using Geo.Engine.Features;
using Spectre.Console;

namespace Geo.Api.Cli;

/// <summary>Shows how far a piece of work has come: a bar where a terminal is there, else a plain line for each step.</summary>
internal static class ConsoleSteps
{
    /// <summary>Does the work and shows its steps.</summary>
    public static async Task<T> ShowAsync<T>(Func<IProgress<StepProgress>, Task<T>> work)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return await work(new Lines());
        return await AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("…", maxValue: 1))));
    }

    private static string Text(StepProgress value) => value.Step.For(CultureInfo.CurrentUICulture.Name);

    private sealed class Bar(ProgressTask task) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            task.Description = Markup.Escape(Text(value));
            task.Value = value.Fraction;
        }
    }

    private sealed class Lines : IProgress<StepProgress>
    {
        private string _last = "";

        public void Report(StepProgress value)
        {
            if (Interlocked.Exchange(ref _last, Text(value)) != Text(value))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Fraction,4:P0}  {Text(value)}"));
        }
    }
}

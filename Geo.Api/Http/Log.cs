namespace Geo.Api.Http;

/// <summary>Everything the server writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed, trace {Trace}")]
    public static partial void RequestFailed(this ILogger logger, string method, string path, string trace, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path}: the store did not answer: {Reason}")]
    public static partial void StoreSilent(this ILogger logger, string method, string path, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The store {Store} cannot be opened, trying again in {Seconds} s: {Reason}")]
    public static partial void StoreClosed(this ILogger logger, string store, double seconds, string reason);

    [LoggerMessage(4, LogLevel.Information, "The store {Store} is open")]
    public static partial void StoreOpen(this ILogger logger, string store);

    [LoggerMessage(6, LogLevel.Information, "{Caller} was refused {Method} {Route}")]
    public static partial void CallerRefused(this ILogger logger, string caller, string method, string route);

    [LoggerMessage(7, LogLevel.Warning, "A refusal could not be kept in the audit log: {Reason}")]
    public static partial void RefusalNotKept(this ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Information, "A bearer token was refused: {Reason}")]
    public static partial void TokenRefused(this ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Error, "Preparing the store failed")]
    public static partial void PreparationFailed(this ILogger logger, Exception exception);

    [LoggerMessage(20, LogLevel.Error, "Job {Job} of {Process} failed")]
    public static partial void JobFailed(this ILogger logger, string job, string process, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "Job {Job} waits for the store: {Reason}")]
    public static partial void JobWaits(this ILogger logger, string job, string reason);

    [LoggerMessage(22, LogLevel.Error, "No jobs could be taken from the ledger")]
    public static partial void JobsNotTaken(this ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Warning, "The subscriber of job {Job} could not be told: {Reason}")]
    public static partial void CallbackFailed(this ILogger logger, string job, string reason);
}

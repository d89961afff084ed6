namespace Geo.Api.Processes;

/// <summary>The types of problems that OGC API - Processes names.</summary>
internal static class JobProblemTypes
{
    private const string Root = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    public const string NoSuchProcess = Root + "no-such-process";

    public const string NoSuchJob = Root + "no-such-job";

    public const string ResultNotReady = Root + "result-not-ready";
}

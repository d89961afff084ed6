namespace Geo.Api.Landing;

/// <summary>How the service stands to one clause of a standard.</summary>
internal enum ConformanceVerdict
{
    /// <summary>Tests hold it.</summary>
    Held,

    /// <summary>It does not hold, and the service does not say that it does.</summary>
    NotDeclared,

    /// <summary>It is about something that the service does not have.</summary>
    DoesNotArise,
}

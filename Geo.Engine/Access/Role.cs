namespace Geo.Engine.Access;

/// <summary>What somebody may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Nothing beyond asking whether the server is there.</summary>
    None,

    /// <summary>Read layers, grids, scenarios, tiles.</summary>
    Viewer,

    /// <summary>Change what others see: edit features, run scenarios into the shared layers.</summary>
    Planner,

    /// <summary>Look after the service: keys, the audit log, other people's jobs.</summary>
    Admin,
}

namespace Geo.Engine.Formats;

/// <summary>What an import does with a geometry that breaks the rules of OGC Simple Features.</summary>
public enum InvalidGeometryPolicy
{
    /// <summary>Mend it and list what was done, with the change of area.</summary>
    Mend,

    /// <summary>Refuse the file and list every such geometry.</summary>
    Refuse,
}

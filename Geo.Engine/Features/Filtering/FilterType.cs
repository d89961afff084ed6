namespace Geo.Engine.Features.Filtering;

/// <summary>What kind of value a part of a filter gives; any may be unknown (null).</summary>
public enum FilterType
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text, NFC.</summary>
    Text,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A moment.</summary>
    DateTime,

    /// <summary>A period of time, both ends included.</summary>
    Period,

    /// <summary>A geometry in longitude and latitude.</summary>
    Geometry,

    /// <summary>A list of values.</summary>
    List,
}

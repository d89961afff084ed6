namespace Geo.Engine.Formats.Studies;

/// <summary>A planning unit of Marxan.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Cost">What it costs to choose it; 1 where the file has no costs.</param>
/// <param name="Status">0 may be chosen, 1 begins chosen, 2 must be chosen, 3 must not be chosen.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record MarxanUnit(long Id, double Cost, int Status, int Line);

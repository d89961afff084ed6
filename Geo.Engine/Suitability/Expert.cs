namespace Geo.Engine.Suitability;

/// <summary>One expert's judgements.</summary>
/// <param name="Name">Who.</param>
/// <param name="Power">Weight of the expert in the group, greater than 0.</param>
/// <param name="Matrix">Positive reciprocal matrix, criteria x criteria in the order of the theme.</param>
public sealed record Expert(string Name, double Power, double[][] Matrix);

namespace Geo.Engine.Geodesy;

/// <summary>
/// A seven-parameter shift from VN-2000 to WGS 84 in the coordinate-frame convention (EPSG method 9607). Many pages print the
/// same numbers for the position-vector convention (<c>towgs84</c>), where the three rotations change sign: mixing the two is 0.5 m off.
/// </summary>
/// <param name="Code">Authority and code of the operation.</param>
/// <param name="Name">The authority's name.</param>
/// <param name="TranslationX">Metres.</param>
/// <param name="TranslationY">Metres.</param>
/// <param name="TranslationZ">Metres.</param>
/// <param name="RotationX">Arc-seconds, coordinate frame.</param>
/// <param name="RotationY">Arc-seconds, coordinate frame.</param>
/// <param name="RotationZ">Arc-seconds, coordinate frame.</param>
/// <param name="ScaleDifference">Parts per million.</param>
public sealed record DatumOperation(
    string Code,
    string Name,
    double TranslationX,
    double TranslationY,
    double TranslationZ,
    double RotationX,
    double RotationY,
    double RotationZ,
    double ScaleDifference)
{
    /// <summary>VN-2000 to WGS 84 (2): the national set, published accuracy 1 m. The engine's default, north and south of 9.35° N alike.</summary>
    public static DatumOperation Epsg6960 { get; } = new(
        "EPSG:6960", "VN-2000 to WGS 84 (2)", -191.90441429, -39.30318279, -111.45032835, -0.00928836, 0.01975479, -0.00427372, 0.252906278);

    /// <summary>
    /// VN-2000 to WGS 84 (1): the set of an oil block in the Mekong delta. PROJ and GDAL take it between 9.35° and 11.04° N and leave it south of
    /// that, so their results have a seam of 0.8 m across the province. For comparison with their numbers only.
    /// </summary>
    public static DatumOperation Epsg5194 { get; } = new(
        "EPSG:5194", "VN-2000 to WGS 84 (1)", -192.873, -39.382, -111.202, 0.00205, 0.0005, -0.00335, 0.0188);

    /// <summary>Every operation on offer, the default first.</summary>
    public static IReadOnlyList<DatumOperation> All { get; } = [Epsg6960, Epsg5194];
}

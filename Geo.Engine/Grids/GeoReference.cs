namespace Geo.Engine.Grids;

/// <summary>Where an image lies: GeoTIFF 1.1 (OGC 19-008r4), clauses 7.1 and 7.2.</summary>
/// <param name="Left">Left edge of the image in units of the system.</param>
/// <param name="Top">Top edge.</param>
/// <param name="CellWidth">Greater than 0.</param>
/// <param name="CellHeight">Greater than 0.</param>
/// <param name="EpsgCode">The coordinate system.</param>
internal sealed record GeoReference(double Left, double Top, double CellWidth, double CellHeight, int EpsgCode)
{
    private const int ModelTypeKey = 1024;
    private const int RasterTypeKey = 1025;
    private const int GeographicTypeKey = 2048;
    private const int ProjectedTypeKey = 3072;
    private const int UserDefined = 32767;
    private const int PixelIsPoint = 2;
    private const int Geographic = 2;

    /// <summary>Reads position and system.</summary>
    /// <exception cref="GeoTiffException">One is missing, rotated, or user-defined.</exception>
    public static GeoReference Of(TiffDirectory directory)
    {
        var keys = KeysOf(directory);
        var (left, top, width, height) = directory.Has(TiffTag.ModelTransformation) ? Matrix(directory) : Tiepoint(directory);
        var numbers = new[] { left, top, width, height };
        if (!numbers.All(double.IsFinite) || width <= 0 || height <= 0)
            throw Refusal($"cells of {width} x {height} at {left}, {top}; allowed are finite numbers and sizes above 0, rows from north to south");
        var half = keys.GetValueOrDefault(RasterTypeKey) == PixelIsPoint ? 0.5 : 0;
        return new GeoReference(left - (half * width), top + (half * height), width, height, EpsgOf(keys));
    }

    private static Dictionary<int, int> KeysOf(TiffDirectory directory)
    {
        if (!directory.Has(TiffTag.GeoKeyDirectory))
            throw new GeoTiffException("the file names no coordinate system (no GeoKeys); allowed is one with an EPSG code");
        var values = directory.Integers(TiffTag.GeoKeyDirectory, 4 * 1_024);
        var keys = new Dictionary<int, int>();
        for (var at = 4; at + 3 < values.Length; at += 4)
        {
            // A location of 0 says that the value stands in the entry itself.
            if (values[at + 1] == 0)
                keys[(int)values[at]] = (int)values[at + 3];
        }

        return keys;
    }

    private static int EpsgOf(Dictionary<int, int> keys)
    {
        var key = keys.GetValueOrDefault(ModelTypeKey) == Geographic ? GeographicTypeKey : ProjectedTypeKey;
        var code = keys.GetValueOrDefault(key);
        return code is > 0 and < UserDefined
            ? code
            : throw new GeoTiffException($"the coordinate system is {(code == UserDefined ? "user-defined" : "not named")}; allowed is one with an EPSG code");
    }

    private static (double Left, double Top, double Width, double Height) Tiepoint(TiffDirectory directory)
    {
        if (!directory.Has(TiffTag.ModelPixelScale) || !directory.Has(TiffTag.ModelTiepoint))
            throw new GeoTiffException("the file does not say where it lies (no cell size and tie point, no transformation)");
        var scale = directory.Doubles(TiffTag.ModelPixelScale);
        var tie = directory.Doubles(TiffTag.ModelTiepoint);
        if (scale.Length < 2 || tie.Length < 6)
            throw new GeoTiffException($"{scale.Length} cell sizes and {tie.Length} numbers of a tie point; needed are 2 and 6");
        if (tie.Length > 6)
            throw new GeoTiffException($"{tie.Length / 6} tie points; allowed is 1: warp the image first");
        return (tie[3] - (tie[0] * scale[0]), tie[4] + (tie[1] * scale[1]), scale[0], scale[1]);
    }

    private static (double Left, double Top, double Width, double Height) Matrix(TiffDirectory directory)
    {
        var matrix = directory.Doubles(TiffTag.ModelTransformation);
        if (matrix.Length < 8)
            throw new GeoTiffException($"a transformation of {matrix.Length} numbers; needed are 16");
        if (matrix[1] != 0 || matrix[4] != 0)
            throw Refusal($"the image is rotated (terms {matrix[1]} and {matrix[4]}); allowed is north up: warp it first");
        return (matrix[3], matrix[7], matrix[0], -matrix[5]);
    }

    // Decimals with a point, whatever the reader's language.
    private static GeoTiffException Refusal(FormattableString message) => new(FormattableString.Invariant(message));
}

using System.Globalization;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>
/// Finds the coordinate system of a .prj by its numbers, since names differ by program: projection, central meridian, scale, false easting, and
/// the datum as far as the text tells it. The datum shift is always EPSG:6960; a <c>TOWGS84</c> that says otherwise is named in a note.
/// </summary>
internal sealed class PrjSystem
{
    private readonly WktNode _root;

    private PrjSystem(WktNode root) => _root = root;

    private enum Datum
    {
        Unknown,
        Vn2000,
        Wgs84,
    }

    /// <summary>The system, null with a fault; and what a person should know.</summary>
    public static (CoordinateSystem? System, string? Fault, IReadOnlyList<string> Notes) Find(string text)
    {
        if (WktNode.Parse(text) is not { } root)
            return (null, "the .prj is not well-known text of a coordinate system; name the system", []);
        var prj = new PrjSystem(root);
        var notes = new List<string>();
        var (system, fault) = prj.Find(notes);
        if (system is not null)
            prj.JudgeShift(system, notes);
        return (system, fault, notes);
    }

    private (CoordinateSystem? System, string? Fault) Find(List<string> notes)
    {
        var code = _root.Nodes.LastOrDefault(n => n.Keyword is "AUTHORITY" or "ID" && n.Values.FirstOrDefault() == "EPSG");
        if (code?.Values.ElementAtOrDefault(1) is { } number && CoordinateSystems.Find("EPSG:" + number) is { } known)
            return (known == CoordinateSystems.Wgs84 ? CoordinateSystems.Crs84 : known, null);
        var datum = FindDatum();
        var method = Squeeze(Nodes("PROJECTION", "METHOD").FirstOrDefault()?.Values.FirstOrDefault() ?? "");
        if (method.Length == 0)
            return Geographic(datum);
        if (method is "MERCATORAUXILIARYSPHERE" or "POPULARVISUALISATIONPSEUDOMERCATOR" || Squeeze(Name(_root)).Contains("PSEUDOMERCATOR", StringComparison.Ordinal))
            return (CoordinateSystems.WebMercator, null);
        return method is "TRANSVERSEMERCATOR" or "GAUSSKRUGER"
            ? TransverseMercator(datum, notes)
            : (null, $"the .prj names the projection '{Name(Nodes("PROJECTION", "METHOD").First())}'; {Known}");
    }

    private static string Known => $"known are {string.Join(", ", CoordinateSystems.All.Skip(1).Select(s => $"{s.Code} ({s.Name})"))}; convert the file, or name the system";

    private (CoordinateSystem?, string?) Geographic(Datum datum) => datum switch
    {
        Datum.Wgs84 => (CoordinateSystems.Crs84, null),
        Datum.Vn2000 => (CoordinateSystems.Vn2000, null),
        _ => (null, $"the .prj names the system '{Name(_root)}'; {Known}"),
    };

    private (CoordinateSystem?, string?) TransverseMercator(Datum datum, List<string> notes)
    {
        var meridian = Parameter("CENTRALMERIDIAN", "LONGITUDEOFNATURALORIGIN") ?? double.NaN;
        var scale = Parameter("SCALEFACTOR", "SCALEFACTORATNATURALORIGIN") ?? double.NaN;
        if (Parameter("FALSEEASTING") is not 500_000 || (Parameter("FALSENORTHING") ?? 0) != 0 || (Parameter("LATITUDEOFORIGIN", "LATITUDEOFNATURALORIGIN") ?? 0) != 0 || !IsMetres)
            return (null, $"the .prj '{Name(_root)}' has a false origin or unit of its own (VN-2000 and UTM: 500,000 m east, 0 north, metres); {Known}");
        var isUtm = Near(scale, 0.9996, 1e-7) && Near(meridian, 105, 1e-6);
        if (isUtm && datum != Datum.Unknown)
            return (datum == Datum.Vn2000 ? CoordinateSystems.Vn2000Utm48 : CoordinateSystems.Wgs84Utm48, null);
        var zone = !Near(scale, 0.9999, 1e-7) ? null
            : Near(meridian, 105.5, 1e-6) ? CoordinateSystems.Vn2000Tm3Zone10530
            : Near(meridian, 105, 1e-6) ? CoordinateSystems.Vn2000Tm3Zone10500
            : null;
        if (zone is null)
            return (null, string.Create(CultureInfo.InvariantCulture, $"the .prj '{Name(_root)}' has central meridian {meridian} and scale {scale}; {Known}"));
        if (datum != Datum.Vn2000)
            notes.Add($"the .prj has the projection of {zone.Code} but not the datum VN-2000; read as {zone.Code}. If the datum really is WGS 84, positions are 225 m off");
        return (zone, null);
    }

    private Datum FindDatum()
    {
        var names = string.Concat(Nodes("DATUM", "GEOGCS", "GEOGCRS", "BASEGEOGCRS", "ENSEMBLE").Select(n => Squeeze(Name(n)) + " "));
        if (names.Contains("VN2000", StringComparison.Ordinal) || names.Contains("VIETNAM2000", StringComparison.Ordinal) || IsVn2000Shift())
            return Datum.Vn2000;
        return names.Contains("WGS84", StringComparison.Ordinal) || names.Contains("WGS1984", StringComparison.Ordinal) || names.Contains("WORLDGEODETICSYSTEM1984", StringComparison.Ordinal)
            ? Datum.Wgs84
            : Datum.Unknown;
    }

    private double[]? Shift()
    {
        var values = Nodes("TOWGS84").FirstOrDefault() is { } node ? Enumerable.Range(0, node.Values.Count).Select(node.Number).ToArray() : [];
        return values.Length is 3 or 7 && values.All(v => v is not null) ? [.. values.Select(v => v!.Value), .. new double[7 - values.Length]] : null; // none is null
    }

    private bool IsVn2000Shift() => Shift() is [var x, var y, var z, ..] && Near(x, -191.9, 1.5) && Near(y, -39.3, 1.5) && Near(z, -111.4, 1.5);

    private void JudgeShift(CoordinateSystem system, List<string> notes)
    {
        if (Shift() is not { } shift || system == CoordinateSystems.Crs84 || system == CoordinateSystems.Wgs84Utm48 || system == CoordinateSystems.WebMercator)
            return;
        var right = DatumOperation.Epsg6960;
        // TOWGS84 turns the frame the other way than EPSG's coordinate frame does, so the signs of the rotations must differ.
        double[] expected = [right.TranslationX, right.TranslationY, right.TranslationZ, -right.RotationX, -right.RotationY, -right.RotationZ];
        if (expected.Zip(shift).All(p => Near(p.First, p.Second, 1e-4)))
            return;
        var flipped = expected.Index().All(e => Near(e.Index < 3 ? e.Item : -e.Item, shift[e.Index], 1e-4));
        notes.Add(shift.Take(3).All(v => v == 0)
            ? "the .prj says TOWGS84 0,0,0, which is 225 m off; EPSG:6960 is used instead"
            : flipped
                ? "the rotations of TOWGS84 in the .prj have their signs the wrong way round (0.5 m); EPSG:6960 is used"
                : "the TOWGS84 of the .prj is not that of EPSG:6960, which is used instead");
    }

    private bool IsMetres => _root.Nodes.LastOrDefault(n => n.Keyword is "UNIT" or "LENGTHUNIT")?.Number(1) is null or 1;

    private double? Parameter(params string[] names) =>
        Nodes("PARAMETER").FirstOrDefault(p => names.Contains(Squeeze(Name(p))))?.Number(1);

    private IEnumerable<WktNode> Nodes(params string[] keywords) => _root.All.Where(n => keywords.Contains(n.Keyword));

    private static string Name(WktNode node) => node.Values.FirstOrDefault() is { } name ? name.Length <= 80 ? name : name[..80] : "";

    private static string Squeeze(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool Near(double value, double expected, double tolerance) => Math.Abs(value - expected) <= tolerance;
}

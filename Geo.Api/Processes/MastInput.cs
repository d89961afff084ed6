using System.Globalization;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Radio.Networks;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>Masts as an input: the rows of a table of antennas, whatever model asks for them.</summary>
/// <param name="layer">The layer.</param>
/// <param name="features">Its features; those without a point are passed over.</param>
/// <param name="system">The plane that positions are wanted in.</param>
internal sealed class MastInput(LayerDefinition layer, IReadOnlyList<Feature> features, CoordinateSystem system)
{
    private readonly List<string> _columns = [.. layer.Properties.Select(p => p.Name)];
    private readonly Projection _projection = Projection.Between(CoordinateSystems.Crs84, system);

    /// <summary>Columns that the rural macro model needs; over known ground the band says the frequency.</summary>
    public static IReadOnlyList<string> ColumnsOf(bool isOverGround) => isOverGround ? ["height_m", "band", "eirp_re_dbm"] : ["height_m", "frequency_mhz", "eirp_re_dbm"];

    /// <summary>The fault that one of some columns is missing; null when all are there.</summary>
    public ParameterFault? MissingColumn(string input, IReadOnlyList<string> needed)
    {
        var names = string.Join(", ", needed);
        return needed.FirstOrDefault(c => !_columns.Contains(c)) is { } missing
            ? new ParameterFault($"inputs.{input}", string.Join(", ", _columns), new($"các cột {names}; thiếu {missing}", $"columns {names}; {missing} is missing"))
            : null;
    }

    /// <summary>One row for each point, with its feature.</summary>
    public IReadOnlyList<(Feature Feature, MastRow Row)> Rows() =>
        [.. features.Where(f => f.Geometry is Point { IsEmpty: false }).Select(f => (f, RowOf(f)))];

    /// <summary>The name of the site that a row belongs to; its own where it names none.</summary>
    public string SiteOf(Feature feature) => Text(feature, "site") is { Length: > 0 } name ? name : $"feature {feature.Id}";

    /// <summary>A number of a row; NaN when it is missing.</summary>
    public double Number(Feature feature, string column) => Value(feature, column) switch { double number => number, long number => number, _ => double.NaN };

    private MastRow RowOf(Feature feature)
    {
        var at = (Point)_projection.Transform(feature.Geometry!); // a point, as chosen before
        return new MastRow
        {
            Id = $"{Text(feature, "site")} (feature {feature.Id})".TrimStart(),
            X = at.X,
            Y = at.Y,
            HeightMetres = Number(feature, "height_m"),
            Band = Text(feature, "band"),
            EirpDbm = Number(feature, "eirp_re_dbm"),
            FrequencyMegahertz = Number(feature, "frequency_mhz"),
            Operator = Text(feature, "operator"),
            Antenna = Text(feature, "antenna"),
            BearingDegrees = Number(feature, "bearing_deg"),
            TiltDegrees = Number(feature, "tilt_deg"),
            ElectricalTiltDegrees = Number(feature, "electrical_tilt_deg"),
            Load = Number(feature, "load"),
        };
    }

    private object? Value(Feature feature, string column) => _columns.IndexOf(column) is >= 0 and var index ? feature.Values[index] : null;

    private string Text(Feature feature, string column) => Convert.ToString(Value(feature, column), CultureInfo.InvariantCulture) ?? "";
}

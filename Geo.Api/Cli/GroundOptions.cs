using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Processes;

namespace Geo.Api.Cli;

/// <summary>The radio model and the ground that it is computed over, on command lines: the inputs of <see cref="GroundInputs"/>.</summary>
internal static class GroundOptions
{
    private static readonly Option<string?> Model = new("--model") { Description = "p1812 over terrain, or rma by distance alone (p1812 where --terrain is named, else rma)" };
    private static readonly Option<string?> Terrain = new("--terrain") { Description = "The grid of heights above mean sea level" };
    private static readonly Option<string?> TerrainModel = new("--terrain-model") { Description = "What its heights are: ground, or surface_as_ground" };
    private static readonly Option<string?> LandCover = new("--land-cover") { Description = "The grid of land cover" };
    private static readonly Option<string[]> Clutter = new("--clutter-height") { Description = "Height of what stands on a land cover, CODE=METRES; once for each code", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Land = new("--land") { Description = "Land: a GeoJSON file or the id of a layer of polygons; the rest is sea" };
    private static readonly Option<double?> WaterLevel = new("--water-level") { Description = "Water at sea above its mean, metres: the tide (0)" };
    private static readonly Option<string?> Place = new("--place") { Description = "Where the receivers are: outdoor, indoor_traditional, indoor_efficient (outdoor)" };
    private static readonly Option<double?> Gradient = new("--refractivity-gradient") { Description = "Fall of refractivity in the lowest kilometre, ΔN of ITU-R P.1812 (45)" };
    private static readonly Option<double?> Refractivity = new("--sea-level-refractivity") { Description = "N0 of ITU-R P.1812 (380)" };

    private static readonly Option<string?> Calibration = new("--calibration") { Description = "A calibration of the store, of the same model, whose offsets are added to levels" };

    /// <summary>Adds the options to a command.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Model, Terrain, TerrainModel, LandCover, Clutter, Land, WaterLevel, Place, Gradient, Refractivity, Calibration })
            command.Options.Add(option);
    }

    /// <summary>Puts what a command line says of them among the inputs of a process.</summary>
    /// <exception cref="UserErrorException">A clutter height is none, or a file no JSON.</exception>
    public static async Task GiveAsync(ParseResult line, JsonObject given, CancellationToken cancellation)
    {
        foreach (var (name, text) in new (string, string?)[]
        {
            (GroundInputs.Model, line.GetValue(Model)), (GroundInputs.Terrain, line.GetValue(Terrain)), (GroundInputs.TerrainModel, line.GetValue(TerrainModel)),
            (GroundInputs.LandCover, line.GetValue(LandCover)), (GroundInputs.Place, line.GetValue(Place)),
            (GroundInputs.Calibration, line.GetValue(Calibration)),
        })
        {
            if (text is not null)
                given[name] = text;
        }
        foreach (var (name, number) in new (string, double?)[]
        {
            (GroundInputs.WaterLevel, line.GetValue(WaterLevel)), (GroundInputs.Gradient, line.GetValue(Gradient)), (GroundInputs.Refractivity, line.GetValue(Refractivity)),
        })
        {
            if (number is { } value)
                given[name] = value;
        }
        if (line.GetValue(Clutter) is { Length: > 0 } heights)
            given[GroundInputs.ClutterHeights] = new JsonObject(heights.Select(Height));
        if (line.GetValue(Land) is { } land)
            given[GroundInputs.Land] = await ProcessCommand.FeaturesAsync(land, cancellation);
    }

    /// <summary>What a command line says of them, as inputs; of calibrations there is none yet to be added.</summary>
    /// <exception cref="UserErrorException">It makes no sense.</exception>
    public static async Task<ProcessInputs> ReadAsync(ParseResult line, CancellationToken cancellation)
    {
        var (given, faults) = (new JsonObject(), new List<ParameterFault>());
        await GiveAsync(line, given, cancellation);
        var inputs = ProcessInputs.Complete(GroundInputs.All, given, faults);
        faults.AddRange(GroundInputs.ModelFaults(inputs, GroundInputs.All, GroundInputs.Calibration));
        if (inputs.Text(GroundInputs.Calibration) is { } calibration && GroundInputs.IsOverGround(inputs))
            faults.Add(new ParameterFault($"inputs.{GroundInputs.Calibration}", calibration, new("để trống khi hiệu chỉnh", "none while calibrating")));
        return faults.Count == 0 ? inputs : throw new UserErrorException(string.Join('\n', faults.Select(f => f.Told.For(CultureInfo.CurrentUICulture.Name))));
    }

    private static KeyValuePair<string, JsonNode?> Height(string text) =>
        text.Split('=') is [var code, var metres] && double.TryParse(metres, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? KeyValuePair.Create(code, (JsonNode?)number)
            : throw new UserErrorException($"--clutter-height {text}: allowed is CODE=METRES, for example 4=12.");
}

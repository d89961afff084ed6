using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Tests.Fixtures;
using Geo.Tests.Radio.Antennas;

namespace Geo.Tests.Cli;

public sealed class RadioCommandTests
{
    [Fact]
    public void Levels_seven_decibels_below_the_model_give_an_offset_of_minus_seven_that_the_store_keeps()
    {
        using var folder = new TemporaryFolder();
        var (levels, output, store) = (Path.Combine(folder.Path, "levels.csv"), Path.Combine(folder.Path, "field.json"), $"geopackage:{folder.Path}/s.gpkg");
        File.WriteAllText(levels, LevelsBelowTheModel(7));
        var (code, text) = CommandLine.Run("radio", "calibrate", levels, "--output", output, "--keep", "field", "--store", store);
        Assert.True(code == 0, text);
        var document = CalibrationJson.Read(File.ReadAllBytes(output));
        Assert.Equal(-7, document.Result.OffsetDb, 0.01);
        Assert.All(document.Result.Classes, c => Assert.Equal(-7, c.OffsetDb, 0.01));
        Assert.Equal(7, document.Result.RmseBeforeDb, 0.01);
        Assert.Equal(0, document.Result.RmseCrossValidatedDb, 0.01);
        Assert.Equal(("field", "masts", "land-cover"), (document.Id, document.Masts, document.Clutter));
        Assert.Contains("kept as calibrations/field.json", text, StringComparison.Ordinal);
        Assert.Contains("RMSE before 7.00 dB", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_lines_and_unknown_sites_are_named_and_nothing_is_kept()
    {
        using var folder = new TemporaryFolder();
        var (levels, store) = (Path.Combine(folder.Path, "levels.csv"), $"geopackage:{folder.Path}/s.gpkg");
        File.WriteAllText(levels, "lon,lat,site,rsrp_dbm,time\n105.9,9.3,Vĩnh Châu 1,loud,2026-11-02T08:00:00Z\n");
        var (code, text) = CommandLine.Run("radio", "calibrate", levels, "--store", store);
        Assert.Equal(1, code);
        Assert.Contains("levels.csv, line 2: ", text, StringComparison.Ordinal);
        File.WriteAllText(levels, "lon,lat,site,rsrp_dbm,time\n105.9,9.3,Nowhere,-90,2026-11-02T08:00:00Z\n105.9,9.3,Vĩnh Châu 1,-90,2026-11-02T08:00:00Z\n");
        (code, text) = CommandLine.Run("radio", "calibrate", levels, "--keep", "field", "--store", store);
        Assert.Equal(1, code);
        Assert.Contains("'Nowhere'", text, StringComparison.Ordinal);
        Assert.Contains("n28, n41", text, StringComparison.Ordinal); // two carriers, and the line does not say which
    }

    [Fact]
    public void Coverage_over_the_bundled_ground_counts_people_by_former_district_and_writes_zones_and_layers()
    {
        using var folder = new TemporaryFolder();
        var sites = Path.Combine(folder.Path, "sites.geojson");
        File.WriteAllText(sites, """{"type":"Feature","properties":{"site":"A","height_m":45,"band":"n41","eirp_re_dbm":34},"geometry":{"type":"Point","coordinates":[105.979834,9.589954]}}""");
        string[] command =
        [
            "radio", "coverage", sites, "--area", "105.94", "9.55", "106.02", "9.63", "--cell", "300", "--reach", "4000", "--terrain", "terrain", "--terrain-model", "ground",
            "--population", "population", "--units", "districts", "--output", folder.Path, "--store", $"geopackage:{folder.Path}/s.gpkg",
        ];
        var (code, text) = CommandLine.Run(command);
        Assert.True(code == 0, text);
        Assert.Contains("ITU-R P.1812: 1 sites, threshold -105 dBm", text, StringComparison.Ordinal);
        Assert.Contains("  Sóc Trăng: ", text, StringComparison.Ordinal);
        var whole = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "summary.json")))!["whole"]!;
        Assert.InRange(whole["standardPeopleExpected"]!.GetValue<double>(), 1, whole["people"]!.GetValue<double>());
        var (ogr, zones) = Requirement.Run("ogrinfo", "-so", "-al", Path.Combine(folder.Path, "uncovered.geojson"));
        Assert.True(ogr == 0, zones);
        Assert.Contains("reason_vi: String", zones, StringComparison.Ordinal);
        var (gdal, layer) = Requirement.Run("gdalinfo", Path.Combine(folder.Path, "class.tif"));
        Assert.True(gdal == 0, layer);
    }

    [Fact]
    public void An_antenna_file_is_taken_into_the_store_or_its_faults_are_named()
    {
        using var folder = new TemporaryFolder();
        var (good, half, store) = (Path.Combine(folder.Path, "looking-0T.msi"), Path.Combine(folder.Path, "half.msi"), $"geopackage:{folder.Path}/s.gpkg");
        File.WriteAllText(good, MsiText.Looking);
        File.WriteAllText(half, MsiText.Looking.Replace("HORIZONTAL 360", "", StringComparison.Ordinal));
        var (code, text) = CommandLine.Run("radio", "antenna", good, half, "--store", store);
        Assert.Equal(1, code);
        Assert.Contains("half.msi: half a pattern: the section HORIZONTAL is missing", text, StringComparison.Ordinal);
        (code, text) = CommandLine.Run("radio", "antenna", good, "--as", "panel", "--store", store);
        Assert.Equal(1, code);
        Assert.Contains("'panel' cannot be a name", text, StringComparison.Ordinal);
        Assert.Equal((0, ""), CommandLine.Run("radio", "antenna", "--store", store)); // nothing of all that was kept
        (code, text) = CommandLine.Run("radio", "antenna", good, "--store", store);
        Assert.True(code == 0, text);
        Assert.Contains("kept as antennas/looking-0T.msi", text, StringComparison.Ordinal);
        Assert.Equal("looking-0T", CommandLine.Run("radio", "antenna", "--store", store).Output.Trim());
    }

    [Fact]
    public void Levels_below_the_model_over_ground_give_their_shortfall_which_coverage_then_takes()
    {
        using var folder = new TemporaryFolder();
        var (levels, store) = (Path.Combine(folder.Path, "levels.csv"), $"geopackage:{folder.Path}/s.gpkg");
        string[] ground = ["--terrain", "terrain", "--terrain-model", "ground", "--store", store];
        var sites = Path.Combine(folder.Path, "sites.geojson");
        File.WriteAllText(sites, MastAt("Vĩnh Châu 1", out var at));
        string[] area = ["--area", Text(at[0] - 0.02), Text(at[1] - 0.02), Text(at[0] + 0.02), Text(at[1] + 0.02), "--cell", "30", "--reach", "4000"];
        var (code, text) = CommandLine.Run(["radio", "coverage", sites, .. area, "--output", folder.Path, .. ground]);
        Assert.True(code == 0, text);
        File.WriteAllText(levels, Below(Path.Combine(folder.Path, "signal.tif"), 7));
        (code, text) = CommandLine.Run(["radio", "calibrate", levels, "--keep", "field", .. ground]);
        Assert.True(code == 0, text);
        Assert.Contains("RMSE before 7.00 dB, after 0.00 dB, cross-validated 0.00 dB", text, StringComparison.Ordinal);
        (code, text) = CommandLine.Run(["radio", "coverage", sites, .. area, "--calibration", "field", "--output", folder.Path, .. ground]);
        Assert.True(code == 0, text);
        var calibration = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "summary.json")))!["calibration"]!;
        Assert.Equal(("field", "synthetic"), (calibration["id"]!.GetValue<string>(), calibration["status"]!.GetValue<string>()));
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    // the n41 antenna of a bundled site
    private static string MastAt(string site, out double[] at)
    {
        var mast = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Data, "layers", "masts.geojson")))!["features"]!.AsArray().First(m => (string?)m!["properties"]!["site"] == site && (string?)m["properties"]!["band"] == "n41")!;
        at = [.. mast["geometry"]!["coordinates"]!.AsArray().Select(c => c!.GetValue<double>())];
        return mast.ToJsonString();
    }

    // levels at centres of cells, so much below those of a coverage
    private static string Below(string signal, double decibels)
    {
        using var stream = File.OpenRead(signal);
        var grid = GeoTiffFile.Read<float>(stream, 1, TestContext.Current.CancellationToken);
        var toLonLat = Projection.Between(grid.Frame.System, CoordinateSystems.Crs84);
        var text = new StringBuilder("lon,lat,site,band,rsrp_dbm,time\n");
        for (var row = 5; row < grid.Frame.Rows; row += 12)
            for (var column = 5; column < grid.Frame.Columns; column += 12)
            {
                var (x, y) = grid.Frame.Centre(row, column);
                var (longitude, latitude) = toLonLat.Transform(x, y);
                if (!float.IsNaN(grid[row, column]))
                    text.Append(CultureInfo.InvariantCulture, $"{longitude:R},{latitude:R},Vĩnh Châu 1,n41,{grid[row, column] - decibels:R},2026-11-02T08:00:00Z\n");
            }
        return text.ToString();
    }

    [Theory]
    [InlineData("--area: required", "--terrain", "terrain")]
    [InlineData("allowed are four", "--area", "105")]
    [InlineData("inputs.terrainModel", "--units", "districts", "--terrain", "terrain")]
    [InlineData("allowed is CODE=METRES", "--units", "districts", "--clutter-height", "tall")]
    public void Faults_of_the_command_line_are_told(string told, params string[] more)
    {
        using var folder = new TemporaryFolder();
        var (code, text) = CommandLine.Run(["radio", "coverage", "masts", .. more, "--store", $"geopackage:{folder.Path}/s.gpkg"]);
        Assert.Equal(1, code);
        Assert.Contains(told, text, StringComparison.Ordinal);
    }

    private static string LevelsBelowTheModel(double decibels)
    {
        var plane = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);
        var text = new StringBuilder("lon,lat,site,band,rsrp_dbm,time\n");
        var settings = new CoverageSettings();
        foreach (var (mast, index) in JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Data, "layers", "masts.geojson")))!["features"]!.AsArray().Select((m, i) => (m!, i)).Take(40))
        {
            var (of, at) = (mast["properties"]!, mast["geometry"]!["coordinates"]!.AsArray().Select(c => c!.GetValue<double>()).ToArray());
            var transmitter = new Transmitter("", 0, 0, of["height_m"]!.GetValue<double>(), of["frequency_mhz"]!.GetValue<double>(), of["eirp_re_dbm"]!.GetValue<double>(), "");
            for (var step = 1; step <= 5; step++)
            {
                var (longitude, latitude) = (at[0] + (0.004 * step), at[1] + (0.002 * step));
                var (from, to) = (plane.Transform(at[0], at[1]), plane.Transform(longitude, latitude));
                var distance = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
                var level = transmitter.EirpDbm - MixedPath.OfRuralMacro(settings.SceneOf(transmitter), distance).MedianLossDb(double.NaN) - decibels;
                text.AppendLine(CultureInfo.InvariantCulture, $"{longitude:R},{latitude:R},{of["site"]},{of["band"]},{level:R},2026-11-02T08:{index:00}:0{step}Z");
            }
        }
        return text.ToString();
    }
}

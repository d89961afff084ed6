using System.Text.Json;
using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Zoning;

public sealed class ClassGeneralisationTests
{
    private static readonly ZoneSettings Untouched = new(SuitabilityClass.S3, false, 0, 0, 0);

    [Theory]
    [InlineData("rook", false)]
    [InlineData("queen", true)]
    public void Areas_below_the_minimum_are_dropped_as_published(string neighbours, bool eight)
    {
        var reference = ReferenceCases.Find("mcda", "zones.json", "threshold-minarea-20x24");
        var input = reference.GetProperty("input");
        var rows = input.GetProperty("suitability").EnumerateArray().Select(r => r.EnumerateArray().Select(Score).ToArray()).ToArray();
        var frame = Frame(rows.Length, rows[0].Length);
        var thresholds = new ClassThresholds(0.95, 0.9, input.GetProperty("threshold").GetDouble());
        var classes = new Grid<byte>(frame, [.. rows.SelectMany(r => r).Select(s => (byte)thresholds.Classify(s))]);
        Assert.Equal(reference.GetProperty("expected").GetProperty("cells_over_threshold").GetInt32(), Suitable(classes));
        var settings = Untouched with { EightNeighbours = eight, MinAreaHectares = input.GetProperty("min_area_ha").GetDouble() };
        var kept = ClassGeneralisation.Apply(classes, settings, new ZoneExecution(CellAreas.InThePlane(frame), 2, CancellationToken.None));
        Assert.Equal(reference.GetProperty("expected").GetProperty(neighbours).GetProperty("kept_cells").GetInt32(), Suitable(kept));
    }

    [Fact]
    public void A_score_at_a_threshold_belongs_to_the_better_class()
    {
        var thresholds = new ClassThresholds(0.8, 0.6, 0.4);
        Assert.Equal(SuitabilityClass.S1, thresholds.Classify(0.8f));
        Assert.Equal(SuitabilityClass.S2, thresholds.Classify(0.79999995f));
        Assert.Equal(SuitabilityClass.S3, thresholds.Classify(0.4f));
        Assert.Equal(SuitabilityClass.N, thresholds.Classify(0));
        Assert.Equal(SuitabilityClass.None, thresholds.Classify(float.NaN));
    }

    [Fact]
    public void A_hole_is_filled_only_when_suitable_cells_alone_enclose_it() => AssertBecomes(
        Untouched with { FillHolesHectares = 0.18 },
        """
        1 1 1 1 1 1 1 1
        1 4 1 4 0 1 4 4
        1 4 1 1 1 1 1 1
        1 1 1 4 4 4 1 1
        1 1 1 1 1 1 1 1
        """,
        """
        1 1 1 1 1 1 1 1
        1 3 1 4 0 1 4 4
        1 3 1 1 1 1 1 1
        1 1 1 4 4 4 1 1
        1 1 1 1 1 1 1 1
        """);

    [Fact]
    public void A_hole_that_leaks_at_a_corner_is_open() => AssertBecomes(
        Untouched with { FillHolesHectares = 1 },
        """
        1 1 1 1
        1 4 1 1
        1 1 0 1
        1 1 1 1
        """,
        """
        1 1 1 1
        1 4 1 1
        1 1 0 1
        1 1 1 1
        """);

    [Fact]
    public void A_small_patch_joins_its_largest_neighbour_and_never_N() => AssertBecomes(
        Untouched with { MinPatchHectares = 0.18 },
        """
        1 1 1 2 2 2
        1 3 1 2 2 2
        1 1 1 2 2 2
        4 4 4 4 2 2
        4 2 4 4 4 4
        """,
        """
        1 1 1 2 2 2
        1 1 1 2 2 2
        1 1 1 2 2 2
        4 4 4 4 2 2
        4 2 4 4 4 4
        """);

    [Fact]
    public void Classes_are_only_ever_moved_within_the_judged_cells() =>
        Gen.Int[0, 4].Array[120].Sample(codes =>
        {
            var classes = new Grid<byte>(Frame(10, 12), [.. codes.Select(c => (byte)c)]);
            var settings = new ZoneSettings(SuitabilityClass.S3, false, 0.4, 0.3, 0.3);
            var result = ClassGeneralisation.Apply(classes, settings, new ZoneExecution(CellAreas.InThePlane(classes.Frame), 2, CancellationToken.None));
            for (var i = 0; i < codes.Length; i++)
                Assert.Equal(codes[i] == 0, result.Cells[i] == 0);
        });

    private static void AssertBecomes(ZoneSettings settings, string before, string after)
    {
        var classes = Parse(before);
        var result = ClassGeneralisation.Apply(classes, settings, new ZoneExecution(CellAreas.InThePlane(classes.Frame), 2, CancellationToken.None));
        Assert.Equal(Parse(after).Cells.ToArray(), result.Cells.ToArray());
        Assert.Equal(Parse(before).Cells.ToArray(), classes.Cells.ToArray());
    }

    private static Grid<byte> Parse(string picture)
    {
        var rows = picture.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        return new Grid<byte>(Frame(rows.Length, rows[0].Length), [.. rows.SelectMany(r => r).Select(byte.Parse)]);
    }

    private static GridFrame Frame(int rows, int columns) => new(CoordinateSystems.Vn2000Tm3Zone10530, 500_000, 1_060_000, 30, rows, columns);

    private static float Score(JsonElement cell) => cell.ValueKind == JsonValueKind.Null ? float.NaN : cell.GetSingle();

    private static int Suitable(Grid<byte> classes) => classes.Cells.ToArray().Count(c => c is >= 1 and <= 3);
}

using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

public sealed class SieveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_small_component_takes_the_class_of_its_largest_neighbour() =>
        Assert.Equal(
            ["1111", "1112", "2222"],
            Sieved(2, "1111", "1312", "2222"));

    [Fact]
    public void Nodata_neither_takes_in_nor_is_taken_in() =>
        Assert.Equal(
            ["3..", "...", ".11"],
            Sieved(2, "3..", "...", ".11"));

    [Fact]
    public void A_chain_of_small_components_ends_at_the_first_large_one() =>
        Assert.Equal(
            ["11111", "11111", "11111"],
            // 3 (one cell) sees only 2 (two cells), 2 sees 1.
            Sieved(3, "11111", "11221", "11311"));

    [Fact]
    public void Small_components_that_have_only_each_other_stay() =>
        Assert.Equal(["12"], Sieved(2, "12"));

    [Theory]
    [InlineData(Connectivity.Four, 1, 4)]
    [InlineData(Connectivity.Four, 2, 9)]
    [InlineData(Connectivity.Four, 4, 30)]
    [InlineData(Connectivity.Eight, 1, 6)]
    [InlineData(Connectivity.Eight, 2, 20)]
    [InlineData(Connectivity.Eight, 4, 50)]
    public void Every_cell_is_as_gdal_sieve_leaves_it(Connectivity connectivity, int patch, int minimumCells)
    {
        var folder = Directory.CreateTempSubdirectory("sieve");
        try
        {
            var classes = SmallGrids.Patchy(160, 211, patch, (uint)(minimumCells * 31));
            var (input, output) = (Path.Combine(folder.FullName, "in.img"), Path.Combine(folder.FullName, "out.img"));
            EnviFile.Write(classes, input);
            var neighbours = connectivity == Connectivity.Four ? "-4" : "-8";
            var run = Requirement.Run("gdal_sieve.py", "-q", "-st", $"{minimumCells}", neighbours, "-of", "ENVI", input, output);
            Assert.True(run.ExitCode == 0, run.Output);

            var sieved = Sieve.Apply(classes, new SieveRule(minimumCells, connectivity), 2, Token);

            Assert.Equal(SmallGrids.Text(EnviFile.Read(output, classes.Frame)), SmallGrids.Text(sieved));
            Assert.NotEqual(SmallGrids.Text(classes), SmallGrids.Text(sieved));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Only_the_accepted_components_keep_their_class()
    {
        var components = ConnectedComponents.Label(SmallGrids.Drawn("11.2", "...2", "3..2"), Connectivity.Four, 1, Token);
        var kept = Sieve.Keep(components, label => components.CellCounts[label] >= 2, 1, Token);
        Assert.Equal(["11.2", "...2", "...2"], SmallGrids.Text(kept));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 133)]
    public void The_number_of_threads_changes_nothing(int rows, int columns)
    {
        var classes = SmallGrids.Patchy(rows, columns, 2, 3);
        var rule = new SieveRule(12, Connectivity.Four);
        var alone = Sieve.Apply(classes, rule, 1, Token);
        Assert.All([2, 7], threads => Assert.Equal(alone.Cells, Sieve.Apply(classes, rule, threads, Token).Cells));
    }

    private static string[] Sieved(int minimumCells, params string[] lines) =>
        SmallGrids.Text(Sieve.Apply(SmallGrids.Drawn(lines), new SieveRule(minimumCells, Connectivity.Four), 1, Token));
}

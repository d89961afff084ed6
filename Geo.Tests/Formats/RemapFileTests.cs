using Geo.Engine.Formats.Studies;
using Geo.Engine.Suitability;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class RemapFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ranges_meet_as_ArcGIS_says_the_lower_one_has_the_value()
    {
        // The example of ArcPy's RemapRange: 1 <= value <= 3 is 5, 3 < value <= 5 is 3, 5 < value <= 7 is 1.
        var remap = await RightAsync("slope.rmp", "# classes\n1 3 : 5\n3 5 : 3   # middle\n\n5 7 : 1\n", new RemapOptions(1, 5));
        double[] values = [0.9, 1, 3, 3.001, 5, 5.001, 7, 7.1];
        Assert.Equal([double.NaN, 1, 1, 0.5, 0.5, 0, 0, double.NaN], values.Select(remap.OfAmounts().Degree));
        Assert.False(remap.IsOfValues);
    }

    [Fact]
    public async Task Single_values_are_codes_and_all_others_have_no_degree()
    {
        // The example of "How Reclass by ASCII File works".
        var remap = await RightAsync("use.txt", "5 : 100\n7 : 200\n", new RemapOptions(100, 200));
        Assert.True(remap.IsOfValues);
        var codes = Assert.IsType<Membership.Categories>(remap.OfCodes());
        Assert.Equal([double.NaN, 0, double.NaN, 1], new double[] { 2, 5, 6, 7 }.Select(codes.Degree));
    }

    [Fact]
    public async Task Ranges_over_codes_give_each_whole_number_the_degree_of_its_range()
    {
        var remap = await RightAsync("use.rmp", "1 3 : 9\n3 5 : 1\n", new RemapOptions(1, 9));
        Assert.Equal([1.0, 1, 1, 0, 0], Assert.IsType<Membership.Categories>(remap.OfCodes()).Degrees.OrderBy(d => d.Key).Select(d => d.Value));
    }

    [Fact]
    public async Task NoData_out_leaves_a_gap_and_NoData_in_becomes_the_rule_for_missing_values()
    {
        var reading = await RemapFile.ReadAsync(Write("a.rmp", "0 10 : 9\n10 20 : NODATA\n20 30 : 1\nNODATA : 1\n"), new RemapOptions(1, 9), TestContext.Current.CancellationToken);
        Assert.Equal((1, double.NaN, 0), (reading.Remap!.OfAmounts().Degree(10), reading.Remap.OfAmounts().Degree(15), reading.Remap.OfAmounts().Degree(25)));
        Assert.Equal(MissingValue.Worst, reading.Remap.Missing);
        Assert.Contains(reading.Notes, n => n.En.Contains("assigned NoData", StringComparison.Ordinal) && n.Vi.Contains("NoData", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_fault_of_a_remap_file_is_named_with_its_line_in_both_languages()
    {
        var reading = await RemapFile.ReadAsync(
            Write("bad.rmp", "0 10 : 1\n5 20 : 2\n30 20 : 3\n40 : 4\nx 50 : 5\n60 70 : 1.5\n80 90 : 12\n100 110\n"), new RemapOptions(1, 9), TestContext.Current.CancellationToken);
        Assert.Null(reading.Remap);
        string[] expected = ["line 2: the range 5 to 20 overlaps", "line 3: the range starts at 30", "line 4: all lines must have one form", "line 5: input value: found 'x'", "line 6: output value: found '1.5'", "line 7: the output value 12 lies outside the scale 1:9", "line 8: assignment: found '100 110'"];
        foreach (var fault in expected)
            Assert.Contains(reading.Problems, p => p.Text.En.StartsWith("bad.rmp, " + fault, StringComparison.Ordinal));
        Assert.All(reading.Problems, p => Assert.StartsWith("bad.rmp, dòng ", p.Text.Vi, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FROM,TO,OUT,MAPPING\n0,10,1,ValueToValue\n10,20,5,ValueToValue\n20,30,0,ValueToNoData\n")]
    [InlineData("from_;to_;out\n0;10;1\n10;20;5\n")]
    public async Task A_table_says_the_same_as_lines(string csv)
    {
        var remap = await RightAsync("table.csv", csv, new RemapOptions(1, 5));
        Assert.Equal([0, 0, 1, double.NaN], new double[] { 0, 10, 10.5, 25 }.Select(remap.OfAmounts().Degree));
    }

    [Fact]
    public async Task A_dbf_that_GDAL_wrote_is_read_and_its_faults_name_the_record()
    {
        var csv = Write("remap.csv", "FROM_,TO,OUT,MAPPING\n10,20,5,ValueToValue\n0,10,1,ValueToValue\n");
        var (code, output) = Requirement.Run("ogr2ogr", "-f", "ESRI Shapefile", "-oo", "AUTODETECT_TYPE=YES", _folder.File("remap.dbf"), csv);
        Assert.True(code == 0, output);
        var reading = await RemapFile.ReadAsync(_folder.File("remap.dbf"), new RemapOptions(1, 5), TestContext.Current.CancellationToken);
        Assert.Equal([0, 0, 1], new double[] { 0, 10, 20 }.Select(reading.Remap!.OfAmounts().Degree));
        var outside = await RemapFile.ReadAsync(_folder.File("remap.dbf"), new RemapOptions(1, 4), TestContext.Current.CancellationToken);
        Assert.Equal("remap.dbf, line 1: the output value 5 lies outside the scale 1:4", Assert.Single(outside.Problems).Text.En);
        var unnamed = await RemapFile.ReadAsync(_folder.File("remap.dbf"), new RemapOptions(1, 5, "LOW", "TO", "OUT"), TestContext.Current.CancellationToken);
        Assert.Contains("column LOW is missing; there are: FROM_, TO, OUT, MAPPING", Assert.Single(unnamed.Problems).Text.En, StringComparison.Ordinal);
    }

    private async Task<Remap> RightAsync(string name, string text, RemapOptions options)
    {
        var reading = await RemapFile.ReadAsync(Write(name, text), options, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Problems.Select(p => p.Text.En));
        return reading.Remap!;
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}

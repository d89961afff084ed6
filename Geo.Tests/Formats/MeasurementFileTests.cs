using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class MeasurementFileTests
{
    [Fact]
    public async Task Levels_are_read_whatever_the_order_of_columns_and_the_separator()
    {
        var comma = await ReadAsync("time,site,lon,lat,rsrp_dbm,note\n2026-11-02T08:00:00+07:00,Vĩnh Châu 1,105.98,9.32,-97.5,x\n");
        var semicolon = await ReadAsync("LAT;LON;RSRP_DBM;SITE;BAND;TIME\n9.32;105.98;-97.5;Vĩnh Châu 1;n28;2026-11-02T01:00:00Z\n");
        Assert.Empty(comma.Problems.Concat(semicolon.Problems));
        var measurement = Assert.Single(comma.Measurements);
        Assert.Equal(("Vĩnh Châu 1", "", 105.98, 9.32, -97.5, 2L), (measurement.Site, measurement.Band, measurement.Longitude, measurement.Latitude, measurement.RsrpDbm, measurement.Line));
        Assert.Equal("n28", semicolon.Measurements[0].Band);
        Assert.Equal(measurement.Time, semicolon.Measurements[0].Time);
    }

    [Theory]
    [InlineData("200,9.3,A,-90,2026-11-02T08:00:00Z", "lon: '200'")]
    [InlineData("105.9,NaN,A,-90,2026-11-02T08:00:00Z", "lat: 'NaN'")]
    [InlineData("105.9,9.3,,-90,2026-11-02T08:00:00Z", "site: ''")]
    [InlineData("105.9,9.3,A,90,2026-11-02T08:00:00Z", "rsrp_dbm: '90'; allowed is a number in -160..-20")]
    [InlineData("105.9,9.3,A,strong,2026-11-02T08:00:00Z", "rsrp_dbm: 'strong'")]
    [InlineData("105.9,9.3,A,-90,2026-11-02T08:00:00", "time: '2026-11-02T08:00:00'")]
    [InlineData("105.9,9.3,A,-90,2/11/2026", "time: '2/11/2026'")]
    [InlineData("105.9,9.3,A,-90", "the row has 4 fields, the header 5")]
    [InlineData("105.1,9.1,S,-80,2026-11-02T08:00:00Z", "the same as line 2")]
    public async Task A_faulty_line_is_named_with_what_was_received_and_the_others_are_kept(string line, string told)
    {
        var reading = await ReadAsync($"lon,lat,site,rsrp_dbm,time\n105.1,9.1,S,-80,2026-11-02T08:00:00Z\n{line}\n105.2,9.2,S,-81,2026-11-02T08:00:01Z\n");
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(told, problem.Message.En, StringComparison.Ordinal);
        Assert.Equal([2L, 4L], reading.Measurements.Select(m => m.Line));
    }

    [Fact]
    public async Task A_missing_column_is_named() =>
        Assert.Contains("rsrp_dbm is missing", (await ReadAsync("lon,lat,site,rsrp,time\n1,2,A,-90,2026-11-02T08:00:00Z\n")).Problems[0].Message.En, StringComparison.Ordinal);

    private static async Task<MeasurementReading> ReadAsync(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "levels.csv");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return await MeasurementFile.ReadAsync(path, TestContext.Current.CancellationToken);
    }
}

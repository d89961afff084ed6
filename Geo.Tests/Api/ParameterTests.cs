using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Geo.Api;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Api;

/// <summary>Parameters and writers by themselves: tables of odd texts and laws.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("2020-01-02", "2020-01-02T00:00:00.0000000Z", "2020-01-02T23:59:59.9999999Z")]
    [InlineData("2020-01-02T03:04:05Z", "2020-01-02T03:04:05.0000000Z", "2020-01-02T03:04:05.0000000Z")]
    [InlineData("2020-01-02T03:04:05.123456789Z", "2020-01-02T03:04:05.1234567Z", "2020-01-02T03:04:05.1234567Z")]
    [InlineData("2020-01-02T03:04:05+07:00", "2020-01-01T20:04:05.0000000Z", "2020-01-01T20:04:05.0000000Z")]
    [InlineData("2020-01-02T03:04:05 07:00", "2020-01-01T20:04:05.0000000Z", "2020-01-01T20:04:05.0000000Z")]
    [InlineData("2020-01-02T23:00:00-05:30", "2020-01-03T04:30:00.0000000Z", "2020-01-03T04:30:00.0000000Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.0000000Z", "2016-12-31T23:59:59.0000000Z")]
    [InlineData("2020-02-29/..", "2020-02-29T00:00:00.0000000Z", null)]
    [InlineData("../2020-02-29", null, "2020-02-29T23:59:59.9999999Z")]
    [InlineData("0000-01-01T00:00:00Z/9999-12-31T00:00:00Z", null, null)]
    [InlineData("0000-01-01/0000-12-31", null, "0001-01-01T23:59:59.9999999Z")]
    [InlineData("9999-12-31/..", "9999-12-31T00:00:00.0000000Z", null)]
    [InlineData("2020-01-01/P2D", "2020-01-01T00:00:00.0000000Z", "2020-01-03T00:00:00.0000000Z")]
    [InlineData("2020-01-31/P1M", "2020-01-31T00:00:00.0000000Z", "2020-02-29T00:00:00.0000000Z")]
    [InlineData("2020-01-01T00:00:00Z/PT1H30M0.5S", "2020-01-01T00:00:00.0000000Z", "2020-01-01T01:30:00.5000000Z")]
    [InlineData("P1Y/2020-12-31", "2019-12-31T23:59:59.9999999Z", "2020-12-31T23:59:59.9999999Z")]
    [InlineData("2020-01-01/p2w", "2020-01-01T00:00:00.0000000Z", "2020-01-15T00:00:00.0000000Z")]
    [InlineData("2020-01-01/P9999Y", "2020-01-01T00:00:00.0000000Z", null)]
    public void A_time_is_read_as_RFC_3339_and_ISO_8601_say(string text, string? start, string? end)
    {
        var interval = DatetimeParameter.Parse(text);
        Assert.NotNull(interval);
        Assert.Equal(start, interval.Value.Start?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(end, interval.Value.End?.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2019-02-29")]
    [InlineData("2020-1-1")]
    [InlineData("2020-01-01T24:00:00Z")]
    [InlineData("2020-01-01T00:60:00Z")]
    [InlineData("2020-01-01T00:00:00+24:00")]
    [InlineData("2020-01-01T00:00Z")]
    [InlineData("2020-01-01/P")]
    [InlineData("2020-01-01/PT")]
    [InlineData("2020-01-01/P1H")]
    [InlineData("2020-01-01/-P1D")]
    [InlineData("٢٠٢٠-٠١-٠١")]
    [InlineData("2020-01-01\n")]
    public void What_is_no_time_is_refused(string text) => Assert.Null(DatetimeParameter.Parse(text));

    [Fact]
    public void Any_text_is_a_parameter_value_or_refused_but_never_an_exception() => Gen.String.Sample(text =>
    {
        _ = DatetimeParameter.Parse(text);
        _ = BoxParameter.Parse(text, CoordinateSystems.Crs84);
        _ = BoxParameter.Parse(text, CoordinateSystems.Vn2000Tm3Zone10530);
        _ = BoxParameter.Parse(text, CoordinateSystems.Vn2000);
        _ = PageCursor.Parse(text, "x", []);
        _ = PropertyValue.Parse(text, Geo.Engine.Features.PropertyType.Text);
        _ = PropertyValue.Parse(text, Geo.Engine.Features.PropertyType.DateTime);
    });

    [Fact]
    public void A_cursor_is_read_back_with_its_own_conditions_and_with_no_others() =>
        Gen.Select(Gen.Long, Gen.String[Gen.Char['\u0020', '\u1ef9'], 0, 20], Gen.Double[-1e9, 1e9], Gen.Int[0, 3_000_000], Gen.String, Gen.String).Where(t => t.Item5 != t.Item6).Sample((id, text, number, day, conditions, others) =>
        {
            PropertyType[] types = [PropertyType.Text, PropertyType.Number, PropertyType.Date, PropertyType.DateTime, PropertyType.Integer, PropertyType.Boolean, PropertyType.Text];
            var date = DateOnly.FromDayNumber(day);
            object?[] values = [text, number, date, date.ToDateTime(new TimeOnly(day), DateTimeKind.Utc), id, day % 2 == 0, null];
            var cursor = new PageCursor(id, values).Write(conditions);
            var read = PageCursor.Parse(cursor, conditions, types);
            Assert.Equal(id, read?.Id);
            Assert.Equal(values, read?.Values);
            Assert.Null(PageCursor.Parse(cursor, others, types));
        });

    [Fact]
    public void Ordinates_are_written_alike_in_every_culture_and_within_half_a_unit_of_the_last_decimal()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        Gen.Double[-200, 200].Sample(x =>
        {
            var text = Write(new Point(x, x));
            using var json = JsonDocument.Parse(text);
            Assert.InRange(json.RootElement.GetProperty("coordinates")[0].GetDouble(), x - 5.1e-8, x + 5.1e-8);
            Assert.DoesNotContain("E", text[30..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Markup_in_values_is_escaped_and_markup_in_the_page_is_not()
    {
        var name = "<script>alert(1)</script>\"'&Đ";
        var inner = Html.Of($"<b title=\"{name}\">{name}</b>");
        Assert.Equal("<p><b title=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;Đ\">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;Đ</b></p>", Html.Of($"<p>{inner}</p>").Markup);
    }

    [Theory]
    [InlineData(0, 10_000, 100, "http://127.0.0.1:0")]
    [InlineData(1, 0, 100, "http://127.0.0.1:0")]
    [InlineData(1, 10, 11, "http://127.0.0.1:0")]
    [InlineData(1, 10_000, 100, "ftp://127.0.0.1")]
    public void Settings_out_of_range_are_refused_with_name_value_and_range(int threads, int maxPageSize, int pageSize, string urls)
    {
        var options = new GeoOptions { Threads = threads, MaxPageSize = maxPageSize, DefaultPageSize = pageSize, Urls = urls };
        Assert.Contains("allowed", Assert.Throws<ArgumentException>(() => GeoServer.Build(options, new MemoryStore())).Message, StringComparison.Ordinal);
    }

    private static string Write(Geometry geometry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            GeoJsonWriter.WriteGeometry(json, geometry, PositionFormat.Of(CoordinateSystems.Crs84));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

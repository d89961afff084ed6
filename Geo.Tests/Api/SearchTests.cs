using System.Net;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>The parameter <c>q</c> (draft of OGC API - Features Part 9).</summary>
public sealed class SearchTests
{
    private const string Items = "collections/names/items";

    private static readonly LayerDefinition Names = SampleLayers.Many with
    {
        Id = "names",
        Properties = [new("name", PropertyType.Text), new("number", PropertyType.Integer), new("note", PropertyType.Text)],
    };

    private static readonly Feature[] Rows =
    [
        .. new (string? Name, string? Note)[]
        {
            ("Sóc Trăng", null), ("Đại Ngãi", "bên sông Hậu"), ("Hoà Tú", "đặt dấu kiểu cũ"), ("Hòa Đông", "đặt dấu kiểu mới"), ("Thuỷ điện", "x"), ("thủy sản", null),
            (null, "Trường Sa, Khánh Hòa"), ("So\u0301c Tra\u0306ng (phường)", null), ("TRĂNG SÓC", null), ("soctrang", null), ("a_b 5G-2", "50%"),
        }.Select((t, i) => new Feature(i + 1, null, [t.Name, 137305L, t.Note])),
    ];

    public static TheoryData<string, long[]> Questions => new()
    {
        { "soc trang", [1, 8] },
        { "SÓC   TRĂNG", [1, 8] },
        { "sóc", [1, 8, 9] },
        { "dai ngai", [2] },
        { "ĐẠI", [2] },
        { "song hau", [2] },
        { "hoà", [3, 4, 7] },
        { "hòa", [3, 4, 7] },
        { "thuỷ", [5, 6] },
        { "thủy", [5, 6] },
        { "\"trường sa\"", [7] },
        { "\"sa, khánh\"", [7] },
        { "truong khanh", [] },
        { "dien,san", [5, 6] },
        { "\"sóc trăng\", đại ngãi", [1, 2, 8] },
        { "tran", [] },
        { "137305", [] },
        { "b", [11] },
        { "5g", [11] },
        { "50", [11] },
        { "%", [-1] },
        { "", [-1] },
        { "a,,b", [-1] },
        { "' OR '1'='1", [] },
    };

    [Fact]
    public async Task Words_are_found_whatever_their_case_and_accents() => await AskAsync(new MemoryStore().With(Names, Rows));

    [Fact]
    public async Task Words_are_found_in_a_GeoPackage()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("names.gpkg"));
        await AskAsync(store, fill: true);
    }

    [Fact]
    public async Task Words_are_found_in_PostGIS()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await AskAsync(store, fill: true);
    }

    [Fact]
    public async Task Words_and_other_conditions_hold_together_and_pages_keep_them()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(Names, Rows));
        var first = await server.GetJsonAsync($"{Items}?q=hoa,thuy&filter=note+IS+NOT+NULL&limit=2&sortby=-name");
        Assert.Equal([5L, 4], Ids(first));
        Assert.Equal(4, first.GetProperty("numberMatched").GetInt32());
        Assert.Equal([3L, 7], Ids(await server.GetJsonAsync(Links.Find(first, "next")!)));
    }

    private static async Task AskAsync(IFeatureStore store, bool fill = false)
    {
        await using var server = await RunningServer.StartAsync(store, null, !fill ? null : (_, cancellation) => store.ApplyAsync(
            new StoreChange { Layers = [new LayerContent(Names, Rows.ToAsyncEnumerable())] }, cancellation));
        foreach (var (question, expected) in Questions.Select(q => q.Data))
        {
            var answer = await server.GetAsync($"{Items}?q={Uri.EscapeDataString(question)}");
            Assert.True(expected is [-1] == (answer.Status == HttpStatusCode.BadRequest), $"{question}: {answer.Text}");
            if (expected is not [-1])
            {
                Assert.True(expected.SequenceEqual(Ids(answer.Json)), $"{question}: {string.Join(' ', Ids(answer.Json))}");
                Assert.Equal(expected.Length, answer.Json.GetProperty("numberMatched").GetInt32());
            }
            else
                Assert.Equal("q", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
        }
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
}

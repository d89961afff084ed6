using System.Collections.Concurrent;
using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Words that more than one resource needs, in both languages.</summary>
internal static class Texts
{
    public static BilingualText Service { get; } = new("SocTrangGeo: quy hoạch không gian ven biển Sóc Trăng", "SocTrangGeo: spatial planning for the coast of Sóc Trăng");

    public static BilingualText ServiceDescription { get; } = new(
        "Lớp dữ liệu, bản đồ thích hợp và vùng đề xuất cho nuôi trồng thủy sản, logistics và 5G, theo chuẩn OGC API - Features.",
        "Layers, suitability maps and proposed zones for aquaculture, logistics and 5G, by OGC API - Features.");

    public static BilingualText ThisDocument { get; } = new("Tài liệu này", "This document");

    public static BilingualText Collections { get; } = new("Các lớp dữ liệu", "Layers");

    public static BilingualText Conformance { get; } = new("Các lớp tuân thủ", "Conformance classes");

    public static BilingualText ApiDefinition { get; } = new("Định nghĩa API", "API definition");

    public static BilingualText ApiDocumentation { get; } = new("Tài liệu API", "API documentation");

    public static BilingualText Functions { get; } = new("Hàm dùng trong bộ lọc", "Functions for filters");

    public static BilingualText TileMatrixSets { get; } = new("Hệ ô", "Tile matrix sets");

    public static BilingualText VectorTiles { get; } = new("Ô vector của các lớp", "Vector tiles of the layers");

    public static BilingualText Styles { get; } = new("Kiểu bản đồ", "Styles");

    public static BilingualText Legend { get; } = new("Chú giải", "Legend");

    public static BilingualText Grids { get; } = new("Các lưới raster", "Grids");

    public static BilingualText Scenarios { get; } = new("Các kịch bản", "Scenarios");

    public static BilingualText Why { get; } = new("Vì sao có điểm này?", "Why this score?");

    public static BilingualText Processes { get; } = new("Các quy trình", "Processes");

    public static BilingualText Jobs { get; } = new("Các công việc", "Jobs");

    public static BilingualText Map { get; } = new("Bản đồ", "Map");

    public static BilingualText Home { get; } = new("Trang đầu", "Home");

    private static readonly ConcurrentDictionary<string, BilingualText> Forms = new(StringComparer.Ordinal); // as many as the server has forms

    public static BilingualText AsForm(Representation form) => Forms.GetOrAdd(form.MediaType, type => new($"Tài liệu này dạng {type}", $"This document as {type}"));
}

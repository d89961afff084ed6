using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Tiles;

/// <summary>Grids: list, description, value at a position, file.</summary>
internal static class GridEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapGrids(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.ServiceProvider.GetRequiredService<GridCatalog>();
        routes.MapResource(new Resource("/grids", Forms), request => ListAsync(request, catalog));
        routes.MapResource(new Resource("/grids/{gridId}", Forms), request => OneAsync(request, catalog));
        routes.MapResource(new Resource("/grids/{gridId}/value", [Representation.Json], "lon", "lat"), request => ValueAsync(request, catalog));
        routes.MapResource(new Resource("/grids/{gridId}.tif", [Representation.GeoTiff]), request => FileAsync(request, catalog));
    }

    /// <summary>The problem that there is no such grid.</summary>
    public static async Task<IResult> UnknownAsync(ApiRequest request, GridCatalog catalog) => new ProblemResult(
        Problems.Unknown(new("lưới", "grid"), request.Segment("gridId"), await catalog.ListAsync(request.Cancellation)));

    private static async Task<IResult> ListAsync(ApiRequest request, GridCatalog catalog)
    {
        var grids = new List<GridDocument>();
        foreach (var id in await catalog.ListAsync(request.Cancellation))
        {
            if (await catalog.FindAsync(id, request.Cancellation) is { } grid)
                grids.Add(GridDescription.Of(request, grid, await catalog.BoundsAsync(grid, request.Cancellation), GridDescription.OwnLinks(request, grid.Layer)));
        }
        var document = new GridListDocument([.. request.OwnLinks(Forms)], grids);
        var body = request.Form.IsHtml ? GridPages.List(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.GridListDocument);
        return new DocumentResult(request, body, document.Links);
    }

    private static async Task<IResult> OneAsync(ApiRequest request, GridCatalog catalog)
    {
        if (await catalog.FindAsync(request.Segment("gridId"), request.Cancellation) is not { } grid)
            return await UnknownAsync(request, catalog);
        var document = GridDescription.Of(request, grid, await catalog.BoundsAsync(grid, request.Cancellation), request.OwnLinks(Forms));
        var body = request.Form.IsHtml ? GridPages.One(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.GridDocument);
        return new DocumentResult(request, body, document.Links);
    }

    private static async Task<IResult> ValueAsync(ApiRequest request, GridCatalog catalog)
    {
        var (longitude, latitude) = PositionParameters.Parse(request);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        if (await catalog.FindAsync(request.Segment("gridId"), request.Cancellation) is not { } grid)
            return await UnknownAsync(request, catalog);
        var values = await catalog.ValuesAsync(grid, request.Cancellation);
        var (x, y) = Projection.Between(CoordinateSystems.Crs84, values.Frame.System).Transform(longitude, latitude);
        var cell = values.Frame.CellAt(x, y);
        var value = cell is var (row, column) ? values[row, column] : float.NaN;
        var document = Value(request, grid.Layer, (longitude, latitude), value, cell);
        return new DocumentResult(request, JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.GridValueDocument), document.Links);
    }

    private static GridValueDocument Value(ApiRequest request, GridLayer layer, (double Longitude, double Latitude) at, float value, (int Row, int Column)? cell) => new(
        layer.Id,
        at.Longitude,
        at.Latitude,
        float.IsFinite(value) ? ShortestDecimal(value) : null,
        layer.Unit,
        Palette.EntryOf(layer.Legend, value)?.Label.For(request.Language),
        cell?.Row,
        cell?.Column,
        [.. request.OwnLinks([Representation.Json]), .. cell is null ? [] : Why(request, layer)]);

    /// <summary>The explanation of the score at the same position, where the grid is the result of a run.</summary>
    private static IEnumerable<Link> Why(ApiRequest request, GridLayer layer) => layer.Origin is not { } origin
        ? []
        : [new Link(request.Addresses.At($"{ScenarioDescription.PathOf(origin.ScenarioId)}/why", ("theme", origin.ThemeId), ("f", null)), "related", Representation.Json.MediaType, Texts.Why.For(request.Language))];

    /// <summary>0.7f as 0.7, not as 0.699999988079071.</summary>
    private static double ShortestDecimal(float value) =>
        double.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IResult> FileAsync(ApiRequest request, GridCatalog catalog)
    {
        if (await catalog.FindAsync(request.Segment("gridId"), request.Cancellation) is not { } grid)
            return await UnknownAsync(request, catalog);
        if (await catalog.FileAsync(grid.Layer.Id, request.Cancellation) is not { } file)
            return await UnknownAsync(request, catalog);
        request.StopTimer();
        request.Http.Response.Headers.CacheControl = Headers.Revalidate;
        return Results.Bytes(file.Content, request.MediaType, $"{grid.Layer.Id}.tif", enableRangeProcessing: true, entityTag: EntityTags.Strong(grid.FileTag));
    }
}

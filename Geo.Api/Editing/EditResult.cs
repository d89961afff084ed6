using Geo.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Editing;

/// <summary>The edit is done.</summary>
/// <param name="status">200, 201 or 204.</param>
/// <param name="tag">The feature's entity tag from now on; null when there is not one feature to name.</param>
internal sealed class EditResult(int status, EntityTagHeaderValue? tag) : IResult
{
    /// <summary>Where the new feature is.</summary>
    public string? Location { get; init; }

    /// <summary>What was done, as JSON; empty when the headers say it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (tag is not null)
            response.Headers.ETag = tag.ToString();
        if (Location is not null)
            response.Headers.Location = Location;
        if (Body.IsEmpty)
            return;
        response.ContentType = Representation.Json.MediaType;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}

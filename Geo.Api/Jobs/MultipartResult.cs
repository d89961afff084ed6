using System.Text;
using Geo.Api.Http;

namespace Geo.Api.Jobs;

/// <summary>Several outputs as they are, one after the other (RFC 2387); one that is wanted by reference is a part without a body that says where it lies.</summary>
/// <param name="boundary">A text that stands in no output; job ids cannot be guessed, so none holds one by design.</param>
/// <param name="links">Outputs by reference.</param>
/// <param name="bodies">Outputs by value.</param>
internal sealed class MultipartResult(string boundary, IReadOnlyList<Link> links, IReadOnlyList<(JobOutcome.KeptOutput Output, ReadOnlyMemory<byte> Bytes)> bodies) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, cancellation) = (httpContext.Response.Body, httpContext.RequestAborted);
        httpContext.Response.ContentType = $"multipart/related; boundary={boundary}";
        httpContext.Response.Headers.CacheControl = "no-store";
        foreach (var (output, bytes) in bodies)
        {
            await body.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {Headers.ContentType(output.MediaType)}\r\nContent-ID: {output.Name}\r\n\r\n"), cancellation);
            await body.WriteAsync(bytes, cancellation);
            await body.WriteAsync("\r\n"u8.ToArray(), cancellation);
        }
        foreach (var link in links)
            await body.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {link.Type}\r\nContent-ID: {link.Title}\r\nContent-Location: {link.Href}\r\n\r\n\r\n"), cancellation);
        await body.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"), cancellation);
    }
}

using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Formats;

/// <summary>Names under which browsers keep what they are sent.</summary>
internal static class FileNames
{
    /// <summary>Asks the client to keep the answer as a file named after the layer; letters and digits stay, the rest could be a path.</summary>
    public static void Set(HttpResponse response, Layer layer, FeatureFormat format)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Safe(layer.Id) + format.FileEnding);
        response.Headers.ContentDisposition = disposition.ToString();
    }

    private static string Safe(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (var rune in id.Normalize().EnumerateRunes())
            name.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "_");
        return name.Length == 0 ? "layer" : name.ToString();
    }
}

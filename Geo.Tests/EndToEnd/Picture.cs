using SkiaSharp;

namespace Geo.Tests.EndToEnd;

/// <summary>A screenshot whose pixels can be read.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap _bitmap;

    public Picture(byte[] png) => _bitmap = SKBitmap.Decode(png);

    /// <summary>The colour at a pixel of the page, as <c>#rrggbb</c>.</summary>
    public string ColourAt((float X, float Y) pixel)
    {
        var colour = _bitmap.GetPixel((int)pixel.X, (int)pixel.Y);
        return $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
    }

    /// <summary>Share of pixels that differ from another picture of the same size.</summary>
    public double DifferenceTo(Picture other)
    {
        Assert.Equal((_bitmap.Width, _bitmap.Height), (other._bitmap.Width, other._bitmap.Height));
        var (mine, theirs) = (_bitmap.Pixels, other._bitmap.Pixels);
        return mine.Where((colour, i) => colour != theirs[i]).Count() / (double)mine.Length;
    }

    public void Dispose() => _bitmap.Dispose();
}

using System.Text;
using Geo.Api.Http;

namespace Geo.Api.Styles;

/// <summary>A legend as SVG: a square of colour and a text on each line.</summary>
internal static class LegendPicture
{
    private const int Line = 22;
    private const int Edge = 8;
    private const int Square = 16;
    private const int LetterWidth = 8;

    /// <summary>The picture as UTF-8.</summary>
    public static byte[] Render(StyleLegendDocument legend)
    {
        var width = (3 * Edge) + Square + (LetterWidth * legend.Entries.Select(e => e.Label.Length).Append(legend.Title.Length).Max());
        var height = (2 * Edge) + (Line * (legend.Entries.Count + 1));
        var rows = legend.Entries.Select((e, i) => Row(e, Edge + (Line * (i + 1))));
        return Encoding.UTF8.GetBytes(Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Be Vietnam Pro, Noto Sans, sans-serif" font-size="13" role="img">
            <title>{legend.Title}</title>
            <rect width="{width}" height="{height}" fill="#ffffff"/>
            <text x="{Edge}" y="{Edge + 13}" font-weight="600" fill="{MapColours.Of("ink")}">{legend.Title}</text>
            {rows}
            </svg>

            """).Markup);
    }

    private static Html Row(StyleLegendDocument.LegendClass entry, int top) => Html.Of($"""
        <rect x="{Edge}" y="{top}" width="{Square}" height="{Square}" fill="{entry.Colour}" stroke="{MapColours.Of("quietInk")}" stroke-width="0.5"/>
        <text x="{(2 * Edge) + Square}" y="{top + 13}" fill="{MapColours.Of("ink")}">{entry.Label}</text>
        """);
}

using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>What one site gives to the cells around it: kept, so that another site may change without this one being computed again.</summary>
internal sealed class SiteFootprint(CellFan fan, int sectors)
{
    /// <summary>Marks a cell the site was not computed for, because ground on the way is unknown.</summary>
    public const byte Unknown = 0x80;

    /// <summary>Marks a cell nearer than the range of ITU-R P.1812.</summary>
    public const byte Near = 0x40;

    /// <summary>Marks a cell in the radius.</summary>
    public const byte InReach = 0x20;

    /// <summary>The bits that hold a <see cref="ShortfallReason"/>: what stands between.</summary>
    public const byte ObstacleBits = 0x0f;

    /// <summary>First row of the box in the frame.</summary>
    public int Top { get; } = fan.Top;

    /// <summary>First column of the box in the frame.</summary>
    public int Left { get; } = fan.Left;

    /// <summary>Rows of the box.</summary>
    public int Rows { get; } = fan.Rows;

    /// <summary>Columns of the box.</summary>
    public int Columns { get; } = fan.Columns;

    /// <summary>SS-RSRP of each sector in each cell of the box, milliwatts; 0 where nothing comes.</summary>
    public float[][] Milliwatts { get; } = [.. Enumerable.Range(0, sectors).Select(_ => new float[fan.Rows * fan.Columns])];

    /// <summary>The marks of each cell.</summary>
    public byte[] Marks { get; } = new byte[fan.Rows * fan.Columns];

    /// <summary>Adds decibels to every level, each cell its own.</summary>
    /// <param name="decibels">On the whole frame.</param>
    public void Raise(Grid<float> decibels)
    {
        for (var row = 0; row < Rows; row++)
        {
            var added = decibels.Row(Top + row).Slice(Left, Columns);
            foreach (var sector in Milliwatts)
            {
                var levels = sector.AsSpan(row * Columns, Columns);
                for (var column = 0; column < levels.Length; column++)
                    levels[column] *= MathF.Pow(10, added[column] / 10);
            }
        }
    }

    /// <summary>Where a cell of the box stands in these.</summary>
    public int PlaceOf(in FanCell cell) => (cell.Row * Columns) + cell.Column;
}

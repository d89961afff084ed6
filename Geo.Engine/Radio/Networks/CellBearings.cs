using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Radio.Networks;

/// <summary>Which radial of a site passes nearest to the centre of each cell of the box around it.</summary>
internal sealed class CellBearings
{
    private const int Width = 8;

    private readonly double _east;
    private readonly double _north;
    private readonly double _size;
    private readonly int _columns;
    private readonly int _stride;
    private readonly int _radials;
    private readonly int[] _radialOf;

    /// <summary>Finds the radials; they are a cell apart at the rim.</summary>
    /// <param name="east">From the site to the centre of the first column, metres.</param>
    /// <param name="north">From the site to the centre of the first row, metres.</param>
    /// <param name="size">Side of a cell, metres.</param>
    /// <param name="radius">Cells farther than this have no radial, metres.</param>
    /// <param name="rows">Rows of the box.</param>
    /// <param name="columns">Columns of the box.</param>
    public CellBearings(double east, double north, double size, double radius, int rows, int columns)
    {
        (_east, _north, _size, _columns) = (east, north, size, columns);
        _stride = (columns + Width - 1) / Width * Width;
        _radials = (int)Math.Ceiling(2 * Math.PI * radius / size);
        _radialOf = new int[rows * _stride];
        Span<double> turns = stackalloc double[Width];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column += Width)
            {
                RadialsFrom(row, column, radius).CopyTo(turns);
                for (var i = 0; i < Width; i++)
                    _radialOf[(row * _stride) + column + i] = (int)turns[i];
            }
        }
    }

    /// <summary>Row of the site in the box, or outside it.</summary>
    public int SiteRow => (int)Math.Round(_north / _size);

    /// <summary>Column of the site in the box, or outside it.</summary>
    public int SiteColumn => (int)Math.Round(-_east / _size);

    /// <summary>The radial of each cell of a row; -1 for cells beyond the radius.</summary>
    public ReadOnlySpan<int> RadialsOf(int row) => _radialOf.AsSpan(row * _stride, _columns);

    /// <summary>Distance from a cell to the site, squared, square metres.</summary>
    public double SquareOf(int row, int column)
    {
        var (east, north) = (_east + (column * _size), _north - (row * _size));
        return (east * east) + (north * north);
    }

    /// <summary>Where the cells of each radial begin when all are told one after another, and where the last ones end.</summary>
    public int[] Starts()
    {
        var starts = new int[_radials + 1];
        for (var row = 0; row < _radialOf.Length / Math.Max(1, _stride); row++)
            foreach (var radial in RadialsOf(row))
                if (radial >= 0)
                    starts[radial + 1]++;
        for (var radial = 0; radial < _radials; radial++)
            starts[radial + 1] += starts[radial];
        return starts;
    }

    private Vector512<double> RadialsFrom(int row, int column, double radius)
    {
        var east = Vector512.Create(_east) + ((Vector512.CreateSequence(0.0, 1.0) + Vector512.Create((double)column)) * _size);
        var north = Vector512.Create(_north - (row * _size));
        var radial = Vector512.Round(Turns(east, north) * _radials);
        radial = Vector512.ConditionalSelect(Vector512.LessThan(radial, Vector512.Create((double)_radials)), radial, Vector512<double>.Zero);
        var isNear = Vector512.LessThanOrEqual((east * east) + (north * north), Vector512.Create(radius * radius));
        return Vector512.ConditionalSelect(isNear, radial, Vector512.Create(-1.0));
    }

    /// <summary>Azimuths of eight directions, 0 to 1 clockwise from north, right to 4e-9: two millimetres in 100 km.</summary>
    /// <remarks>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 4.4.49.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Vector512<double> Turns(Vector512<double> east, Vector512<double> north)
    {
        var (aside, ahead) = (Vector512.Abs(east), Vector512.Abs(north));
        var (less, more) = (Vector512.Min(aside, ahead), Vector512.Max(aside, ahead));
        var tangent = less / Vector512.Max(more, Vector512.Create(double.Epsilon)); // at the site itself: north
        var square = tangent * tangent;
        var series = (square * 0.0028662257) - Vector512.Create(0.0161657367);
        series = (series * square) + Vector512.Create(0.0429096138);
        series = (series * square) - Vector512.Create(0.0752896400);
        series = (series * square) + Vector512.Create(0.1065626393);
        series = (series * square) - Vector512.Create(0.1420889944);
        series = (series * square) + Vector512.Create(0.1999355085);
        series = (series * square) - Vector512.Create(0.3333314528);
        var turns = ((series * square) + Vector512<double>.One) * tangent * (0.5 / Math.PI);
        turns = Vector512.ConditionalSelect(Vector512.GreaterThan(aside, ahead), Vector512.Create(0.25) - turns, turns);
        turns = Vector512.ConditionalSelect(Vector512.LessThan(north, Vector512<double>.Zero), Vector512.Create(0.5) - turns, turns);
        return Vector512.ConditionalSelect(Vector512.LessThan(east, Vector512<double>.Zero), Vector512<double>.One - turns, turns);
    }
}

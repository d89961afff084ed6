using System.Numerics.Tensors;

namespace Geo.Engine.Grids;

/// <summary>The coarse half of <see cref="Interpolation.AlongWater"/>: values on the cells that distances are measured on.</summary>
internal sealed class AlongWaterField
{
    private readonly Grid<byte> _water;
    private readonly AlongWaterOptions _options;
    private readonly double[] _weighted;
    private readonly double[] _total;

    private AlongWaterField(Grid<byte> water, AlongWaterOptions options)
    {
        _water = water;
        _options = options;
        _weighted = new double[water.Frame.CellCount];
        _total = new double[water.Frame.CellCount];
    }

    /// <summary>Values on the coarse frame: water by distance through it, land by the nearest water with a value, NaN beyond reach.</summary>
    public static Grid<float> Compute(
        Grid<byte> water, IReadOnlyList<StationValue> stations, AlongWaterOptions options, int threads, CancellationToken cancellation)
    {
        var field = new AlongWaterField(Coarsen(water, options.DistanceCellMetres), options);
        if (field._water.Cells.ContainsAnyExcept((byte)0))
            field.AddStations(stations, cancellation);
        return field.Overland(field.Means(), threads, cancellation);
    }

    // A coarse cell is water when any of its cells is: a canal of one cell stays whole, and a dyke thinner than a coarse cell may be bridged.
    private static Grid<byte> Coarsen(Grid<byte> water, double distanceCellMetres)
    {
        var frame = water.Frame;
        var factor = Math.Max(1, (int)Math.Round(distanceCellMetres / frame.CellSizeMetres));
        var coarse = new Grid<byte>(frame with
        {
            CellSizeMetres = factor * frame.CellSizeMetres,
            Rows = (frame.Rows + factor - 1) / factor,
            Columns = (frame.Columns + factor - 1) / factor,
        });
        for (var row = 0; row < frame.Rows; row++)
        {
            var target = coarse.Row(row / factor);
            var source = water.Row(row);
            for (var column = 0; column < source.Length; column++)
            {
                if (source[column] != 0)
                    target[column / factor] = 1;
            }
        }

        return coarse;
    }

    private void AddStations(IReadOnlyList<StationValue> stations, CancellationToken cancellation)
    {
        var distance = new WaterDistance(_water);
        var metresPerStep = _water.Frame.CellSizeMetres / WaterDistance.StepsPerCell;
        var most = (long)Math.Min(_options.MaxWaterMetres / metresPerStep, int.MaxValue - 1);
        foreach (var station in stations)
        {
            if (NearestWater(station) is not { } source)
                continue;
            distance.From(source, most, cancellation);
            for (var cell = 0; cell < distance.Steps.Length; cell++)
            {
                if (distance.Steps[cell] == WaterDistance.Unreached)
                    continue;
                var metres = Math.Max(distance.Steps[cell] * metresPerStep, 1);
                var weight = _options.Power == 2 ? 1 / (metres * metres) : Math.Pow(metres, -_options.Power);
                _weighted[cell] += weight * station.Value;
                _total[cell] += weight;
            }
        }
    }

    // The first of the nearest cells in row order.
    private int? NearestWater(StationValue station)
    {
        var frame = _water.Frame;
        var (nearest, found) = (_options.MaxStationMetres * _options.MaxStationMetres, (int?)null);
        var first = Math.Max(Math.Floor((frame.Top - station.Y - _options.MaxStationMetres) / frame.CellSizeMetres), 0);
        var last = Math.Min(Math.Floor((frame.Top - station.Y + _options.MaxStationMetres) / frame.CellSizeMetres), frame.Rows - 1);
        for (var row = (int)Math.Min(first, frame.Rows); row <= last; row++)
        {
            for (var column = 0; column < frame.Columns; column++)
            {
                if (_water[row, column] == 0)
                    continue;
                var square = SquaredDistanceToCell(frame, row, column, station);
                if (square > nearest || (square == nearest && found is not null))
                    continue;
                (nearest, found) = (square, (row * frame.Columns) + column);
            }
        }

        return found;
    }

    // To the cell's area, not its centre: a station inside a cell is 0 away from it.
    private static double SquaredDistanceToCell(GridFrame frame, int row, int column, StationValue station)
    {
        var (x, y) = frame.Centre(row, column);
        var half = frame.CellSizeMetres / 2;
        var (along, across) = (Math.Max(Math.Abs(station.X - x) - half, 0), Math.Max(Math.Abs(station.Y - y) - half, 0));
        return (along * along) + (across * across);
    }

    private Grid<float> Means()
    {
        var means = new Grid<float>(_water.Frame);
        TensorPrimitives.Divide(_weighted, _total, _weighted); // 0 / 0 is NaN: no station's water leads here
        for (var cell = 0; cell < _weighted.Length; cell++)
            means.Cells[cell] = (float)_weighted[cell];
        return means;
    }

    private Grid<float> Overland(Grid<float> carried, int threads, CancellationToken cancellation)
    {
        var frame = carried.Frame;
        var sources = new Grid<byte>(frame);
        for (var cell = 0; cell < carried.Cells.Length; cell++)
            sources.Cells[cell] = float.IsNaN(carried.Cells[cell]) ? (byte)0 : (byte)1;
        var nearest = DistanceTransform.NearestSource(sources, threads, cancellation);
        var result = new Grid<float>(frame);
        var reach = _options.MaxOverlandMetres / frame.CellSizeMetres;
        for (var cell = 0; cell < carried.Cells.Length; cell++)
        {
            var source = nearest.Cells[cell];
            result.Cells[cell] = source >= 0 && CellsBetween(cell, source, frame.Columns) <= reach ? carried.Cells[source] : float.NaN;
        }

        return result;
    }

    private static double CellsBetween(int cell, int other, int columns)
    {
        var (rows, across) = ((cell / columns) - (other / columns), (cell % columns) - (other % columns));
        return Math.Sqrt(((long)rows * rows) + ((long)across * across));
    }
}

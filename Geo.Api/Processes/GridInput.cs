using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Processes;

/// <summary>A grid of the store as an input: its id.</summary>
internal sealed class GridInput(GridCatalog grids)
{
    private const int MostNamed = 50;

    /// <summary>The values of a grid in EPSG:9209; null when the input was left out, or with the reason among the faults.</summary>
    public async Task<Grid<float>?> ReadAsync(string input, ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        return inputs.Text(input) is { } id ? await ReadAsync(input, id, faults, cancellation) : null;
    }

    /// <summary>The values of a grid in EPSG:9209 that an input leads to; null with the reason among the faults.</summary>
    public async Task<Grid<float>?> ReadAsync(string input, string id, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (await grids.FindAsync(id, cancellation) is not { } grid)
        {
            var known = string.Join(", ", (await grids.ListAsync(cancellation)).Take(MostNamed));
            faults.Add(new ParameterFault($"inputs.{input}", id, new(known, known)));
            return null;
        }

        var values = await grids.ValuesAsync(grid, cancellation);
        if (values.Frame.System.Code == CoordinateSystems.Vn2000Tm3Zone10530.Code)
            return values;
        faults.Add(new ParameterFault($"inputs.{input}", $"{id} ({values.Frame.System.Code})", new("lưới trong EPSG:9209", "a grid in EPSG:9209")));
        return null;
    }

    /// <summary>How far the grid of an input can be trusted; the best when it was left out.</summary>
    public async Task<LayerStatus> StatusAsync(string input, ProcessInputs inputs, CancellationToken cancellation) =>
        inputs.Text(input) is { } id && await grids.FindAsync(id, cancellation) is { } grid ? grid.Layer.Provenance.Status : LayerStatus.Surveyed;

    /// <summary>A text that changes whenever the grid does; empty when there is none.</summary>
    public async Task<string> StampAsync(string id, CancellationToken cancellation) => (await grids.FindAsync(id, cancellation))?.Version ?? "";
}

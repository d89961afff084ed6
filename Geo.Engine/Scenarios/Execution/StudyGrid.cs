using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>The study area on the grid.</summary>
/// <param name="Districts">Number of the district of each cell, from 1 in the order of the layer; 0 outside. Cells belong to the district that holds their centre.</param>
/// <param name="Units">The districts in this order.</param>
/// <param name="Areas">Hectares on the ground of each cell.</param>
internal sealed record StudyGrid(Grid<byte> Districts, IReadOnlyList<StudyDistrict> Units, CellAreas Areas)
{
    /// <summary>Lays the districts on a frame.</summary>
    public static StudyGrid Lay(GridFrame frame, string districtLayer, ScenarioInputs inputs)
    {
        var source = new FeatureSource(districtLayer, [], false);
        var districts = new Grid<byte>(frame);
        var units = new List<StudyDistrict>();
        foreach (var (feature, projected) in inputs.Features(source))
        {
            Rasteriser.Burn(districts, projected, (byte)(units.Count + 1), CellRule.Centre);
            var name = inputs.Text(source, feature, "name_vi");
            var english = inputs.Text(source, feature, "name_en");
            units.Add(new StudyDistrict(inputs.Text(source, feature, "unit_code"), name, english.Length > 0 ? english : name, feature));
        }
        return new StudyGrid(districts, units, CellAreas.OnTheGround(frame));
    }
}

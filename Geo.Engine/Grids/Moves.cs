namespace Geo.Engine.Grids;

/// <summary>To which cells a way may go on from a cell.</summary>
public enum Moves
{
    /// <summary>The eight around it.</summary>
    Queen,

    /// <summary>Those and the eight a knight's move away: ways bend less, costs are never above those of <see cref="Queen"/>.</summary>
    Knight,
}

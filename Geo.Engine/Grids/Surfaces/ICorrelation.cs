using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>How alike values are by distance under a variogram's model, 1 at distance 0 and without nugget: eight distances at a time, squared, counted in ranges.</summary>
internal interface ICorrelation
{
    /// <summary>Squared distance from which on the correlation is 0, or far below any error.</summary>
    static abstract double EndSquared { get; }

    /// <summary>Whether the formula goes on beyond <see cref="EndSquared"/> with what is not 0.</summary>
    static abstract bool HasEdge { get; }

    /// <summary>Half the side of the largest tile whose nodes are enough to follow the formula, in ranges.</summary>
    static abstract double WidestHalf { get; }

    /// <summary>The formula, at squared distances up to the end and beyond it.</summary>
    static abstract Vector512<double> Of(Vector512<double> squared);
}

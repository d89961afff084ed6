namespace Geo.Engine.Features;

/// <summary>
/// One row of a layer as it lies in its store, for work that needs neither a geometry object nor boxed values. It is good until the next row is asked
/// for. Properties are named by their index in <see cref="LayerDefinition.Properties"/> and read by the type that they have there.
/// </summary>
public abstract class FeatureRow
{
    /// <summary>Identifier, unique in its layer.</summary>
    public abstract long Id { get; }

    /// <summary>
    /// The geometry in the layer's stored system, x east, y north, as well-known binary of any form that <see cref="CanonicalWkb"/> reads; empty when the row has none.
    /// </summary>
    /// <exception cref="InvalidFeatureException">It is damaged.</exception>
    public abstract ReadOnlySpan<byte> Wkb { get; }

    /// <summary>Whether a property has no value.</summary>
    public abstract bool IsNull(int index);

    /// <summary>A text, not null: valid UTF-8 in normal form C; good until the next is asked for.</summary>
    public abstract ReadOnlySpan<byte> Text(int index);

    /// <summary>A whole number, not null.</summary>
    public abstract long Whole(int index);

    /// <summary>A number, not null.</summary>
    public abstract double Number(int index);

    /// <summary>A truth value, not null.</summary>
    public abstract bool Truth(int index);

    /// <summary>A date, not null.</summary>
    public abstract DateOnly Day(int index);

    /// <summary>A moment in UTC, not null.</summary>
    public abstract DateTime Moment(int index);

    /// <summary>All values as objects, which stay good; none where the query did not ask for them.</summary>
    /// <exception cref="InvalidFeatureException">One of them is damaged.</exception>
    public abstract IReadOnlyList<object?> Values { get; }

    /// <summary>The row as a feature, which stays good.</summary>
    /// <exception cref="InvalidFeatureException">Something in it is damaged.</exception>
    public abstract Feature ToFeature();
}

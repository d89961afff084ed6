using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>
/// Turns a measured value into a degree of fitness from 0 to 1. A closed family; all parameters are frozen in the scenario, never
/// taken from the data, so that two scenarios stay comparable. NaN in gives NaN out.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Slope), "linear")]
[JsonDerivedType(typeof(Trapezoid), "trapezoid")]
[JsonDerivedType(typeof(Small), "small")]
[JsonDerivedType(typeof(Large), "large")]
[JsonDerivedType(typeof(Gaussian), "gaussian")]
[JsonDerivedType(typeof(Near), "near")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Steps), "steps")]
[JsonDerivedType(typeof(Categories), "categories")]
public abstract record Membership
{
    private Membership()
    {
    }

    /// <summary>The degree of one value, 0 to 1; NaN for NaN.</summary>
    public abstract double Degree(double value);

    /// <summary>The degrees of many values, as float32: what a run uses. Equal to <see cref="Degree"/> rounded, one by one, whatever the length.</summary>
    /// <param name="values">Measured values; NaN where there is none.</param>
    /// <param name="degrees">As long as <paramref name="values"/>; may be the same memory.</param>
    public virtual void Apply(ReadOnlySpan<float> values, Span<float> degrees)
    {
        for (var i = 0; i < values.Length; i++)
            degrees[i] = (float)Degree(values[i]);
    }

    /// <summary>0 at <paramref name="Worst"/>, 1 at <paramref name="Best"/>, a shoulder between; either end may be the greater.</summary>
    /// <param name="Worst">Value from which on the degree is 0.</param>
    /// <param name="Best">Value from which on the degree is 1; not equal to <paramref name="Worst"/>.</param>
    /// <param name="Shoulder">The curve between; <see cref="Shoulder.S"/> is the cos^2 sigmoid of IDRISI.</param>
    public sealed record Slope(double Worst, double Best, Shoulder Shoulder) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value) => ShoulderCurve.Height(Shoulder, (value - Worst) / (Best - Worst));

        /// <inheritdoc/>
        public override void Apply(ReadOnlySpan<float> values, Span<float> degrees)
        {
            if (Shoulder == Shoulder.Linear)
                LinearRamp.Apply(values, degrees, Worst, Best);
            else if (ShoulderCurve.HasVectors(Shoulder))
                MembershipVectors.Apply(new MembershipVectors.Slope(Worst, Best, Shoulder), values, degrees);
            else
                base.Apply(values, degrees);
        }
    }

    /// <summary>0 up to <paramref name="A"/>, 1 from <paramref name="B"/> to <paramref name="C"/>, 0 from <paramref name="D"/>; A &lt;= B &lt;= C &lt;= D.</summary>
    /// <param name="A">End of the low side; equal to B for a jump (B itself has degree 1).</param>
    /// <param name="B">Start of the plateau.</param>
    /// <param name="C">End of the plateau.</param>
    /// <param name="D">Start of the high side; equal to C for a jump (C itself has degree 1).</param>
    /// <param name="Shoulder">The curve of both shoulders.</param>
    public sealed record Trapezoid(double A, double B, double C, double D, Shoulder Shoulder) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value)
        {
            if (double.IsNaN(value) || (value >= B && value <= C))
                return double.IsNaN(value) ? value : 1;
            if (value <= A || value >= D)
                return 0;
            return ShoulderCurve.Height(Shoulder, value < B ? (value - A) / (B - A) : (D - value) / (D - C));
        }

        /// <inheritdoc/>
        public override void Apply(ReadOnlySpan<float> values, Span<float> degrees)
        {
            if (ShoulderCurve.HasVectors(Shoulder))
                MembershipVectors.Apply(new MembershipVectors.Trapezoid(A, B, C, D, Shoulder), values, degrees);
            else
                base.Apply(values, degrees);
        }
    }

    /// <summary>1 / (1 + (x / midpoint)^spread): near 1 for small values, 0.5 at the midpoint. Values below 0 count as 0.</summary>
    /// <param name="Midpoint">Greater than 0.</param>
    /// <param name="Spread">Greater than 0; the greater, the steeper.</param>
    /// <remarks>Source: Esri, ArcGIS Pro, Fuzzy Membership, TfSmall.</remarks>
    public sealed record Small(double Midpoint, double Spread) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value) => 1 / (1 + WholePower.Of(Math.Max(value, 0) / Midpoint, Spread));

        /// <inheritdoc/>
        public override void Apply(ReadOnlySpan<float> values, Span<float> degrees)
        {
            if (WholePower.IsWhole(Spread))
                MembershipVectors.Apply(new MembershipVectors.Small(Midpoint, (int)Spread), values, degrees);
            else
                base.Apply(values, degrees);
        }
    }

    /// <summary>1 / (1 + (x / midpoint)^-spread): near 1 for large values, 0.5 at the midpoint. Values below 0 count as 0.</summary>
    /// <param name="Midpoint">Greater than 0.</param>
    /// <param name="Spread">Greater than 0; the greater, the steeper.</param>
    /// <remarks>Source: Esri, ArcGIS Pro, Fuzzy Membership, TfLarge.</remarks>
    public sealed record Large(double Midpoint, double Spread) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value)
        {
            var power = WholePower.Of(Math.Max(value, 0) / Midpoint, Spread);
            return double.IsPositiveInfinity(power) ? 1 : power / (1 + power);
        }
    }

    /// <summary>exp(-spread (x - midpoint)^2).</summary>
    /// <param name="Midpoint">The best value.</param>
    /// <param name="Spread">Greater than 0, per square unit of the value.</param>
    /// <remarks>Source: Esri, ArcGIS Pro, Fuzzy Membership, Gaussian.</remarks>
    public sealed record Gaussian(double Midpoint, double Spread) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value) => Math.Exp(-Spread * (value - Midpoint) * (value - Midpoint));
    }

    /// <summary>1 / (1 + spread (x - midpoint)^2).</summary>
    /// <param name="Midpoint">The best value.</param>
    /// <param name="Spread">Greater than 0, per square unit of the value.</param>
    /// <remarks>Source: Esri, ArcGIS Pro, Fuzzy Membership, Near.</remarks>
    public sealed record Near(double Midpoint, double Spread) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value) => 1 / (1 + (Spread * (value - Midpoint) * (value - Midpoint)));
    }

    /// <summary>Straight lines between points; level before the first and after the last.</summary>
    /// <param name="Points">At least two, ascending by value; degrees 0 to 1.</param>
    public sealed record Table(IReadOnlyList<TablePoint> Points) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value)
        {
            if (double.IsNaN(value))
                return value;
            var next = 0;
            while (next < Points.Count && Points[next].Value < value)
                next++;
            if (next == 0 || next == Points.Count)
                return Points[Math.Min(next, Points.Count - 1)].Degree;
            var (before, after) = (Points[next - 1], Points[next]);
            return before.Degree + ((after.Degree - before.Degree) * ((value - before.Value) / (after.Value - before.Value)));
        }
    }

    /// <summary>One degree for each range of values, as a reclassified map has it; NaN outside all ranges, where the rule for missing values decides.</summary>
    /// <param name="Ranges">At least one, ascending; they meet at their ends only, and there the lower range has the value.</param>
    /// <remarks>Source: Esri, ArcPy, RemapRange.</remarks>
    public sealed record Steps(IReadOnlyList<StepRange> Ranges) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value)
        {
            foreach (var range in Ranges)
                if (value <= range.To)
                    return value >= range.From ? range.Degree : double.NaN;
            return double.NaN;
        }
    }

    /// <summary>A degree for each code of a categorical grid; NaN for codes that are not in the table, which the check refuses beforehand.</summary>
    /// <param name="Degrees">Degree, 0 to 1, by code.</param>
    public sealed record Categories(IReadOnlyDictionary<int, double> Degrees) : Membership
    {
        /// <inheritdoc/>
        public override double Degree(double value) =>
            value == Math.Truncate(value) && Math.Abs(value) < int.MaxValue && Degrees.TryGetValue((int)value, out var degree) ? degree : double.NaN;

        /// <inheritdoc/>
        public override void Apply(ReadOnlySpan<float> values, Span<float> degrees)
        {
            // Neighbours mostly have one code.
            var (last, degree) = (float.NaN, float.NaN);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] != last)
                    (last, degree) = (values[i], (float)Degree(values[i]));
                degrees[i] = degree;
            }
        }
    }
}

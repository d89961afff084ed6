namespace Geo.Engine.Grids.Surfaces;

/// <summary>A kernel and its integrals along straight lines, in closed form.</summary>
internal sealed class DensityProfile
{
    private const double CutInDeviations = 4;

    private readonly DensityKernel _kernel;
    private readonly double _radius;
    private readonly double _deviation;
    private readonly double _peak;

    public DensityProfile(DensityKernel kernel, double radiusMetres)
    {
        (_kernel, _radius) = (kernel, radiusMetres);
        _deviation = radiusMetres / CutInDeviations;
        var area = Math.PI * radiusMetres * radiusMetres;
        _peak = kernel switch
        {
            DensityKernel.Uniform => 1 / area,
            DensityKernel.Quartic => 3 / area,
            _ => 1 / (2 * Math.PI * _deviation * _deviation * (1 - Math.Exp(-CutInDeviations * CutInDeviations / 2))),
        };
    }

    /// <summary>Weight in 1/m2 at a squared distance in m2; 0 beyond the radius.</summary>
    public double At(double squaredMetres)
    {
        var part = squaredMetres / (_radius * _radius);
        if (part > 1)
            return 0;
        return _kernel switch
        {
            DensityKernel.Uniform => _peak,
            DensityKernel.Quartic => _peak * (1 - part) * (1 - part),
            _ => _peak * Math.Exp(-squaredMetres / (2 * _deviation * _deviation)),
        };
    }

    /// <summary>Integral of the weight along a piece of a line, 1/m.</summary>
    /// <param name="squaredAway">Squared distance of the line, m2.</param>
    /// <param name="from">Where the piece begins, metres along the line from the foot of the perpendicular.</param>
    /// <param name="to">Where it ends.</param>
    public double Along(double squaredAway, double from, double to)
    {
        var room = (_radius * _radius) - squaredAway;
        if (room <= 0)
            return 0;
        var half = Math.Sqrt(room);
        (from, to) = (Math.Max(from, -half), Math.Min(to, half));
        return from >= to ? 0 : _kernel switch
        {
            DensityKernel.Uniform => _peak * (to - from),
            DensityKernel.Quartic => _peak * _radius * (Quartic(room, to / _radius) - Quartic(room, from / _radius)),
            _ => _peak * Math.Exp(-squaredAway / (2 * _deviation * _deviation)) * _deviation * Math.Sqrt(Math.PI / 2) * (Erf(to) - Erf(from)),
        };
    }

    // The integral of (q - u^2)^2 over u, where q is the share of the squared radius that the line leaves.
    private double Quartic(double room, double u)
    {
        var q = room / (_radius * _radius);
        return u * ((q * q) - (2 * q * u * u / 3) + (u * u * u * u / 5));
    }

    private double Erf(double metres) => ErrorFunction.Of(metres / (_deviation * Math.Sqrt(2)));
}


namespace Geo.Engine.Features.Filtering;

/// <summary>A function that filters may call. It gives nothing (unknown) when an argument is nothing.</summary>
public sealed class FilterFunction
{
    /// <summary>How it is computed.</summary>
    internal delegate FilterValue Computation(ReadOnlySpan<FilterValue> arguments);

    private readonly Computation _computation;

    internal FilterFunction(string name, FilterType returns, IReadOnlyList<FilterParameter> parameters, BilingualText description, Computation computation)
    {
        (Name, Returns, Parameters, Description) = (name, returns, parameters, description);
        _computation = computation;
    }

    /// <summary>Its name, lower case.</summary>
    public string Name { get; }

    /// <summary>What it gives.</summary>
    public FilterType Returns { get; }

    /// <summary>What it takes, in order.</summary>
    public IReadOnlyList<FilterParameter> Parameters { get; }

    /// <summary>Whether the last parameter may be repeated.</summary>
    public bool RepeatsLast { get; internal init; }

    /// <summary>What it does, with units.</summary>
    public BilingualText Description { get; }

    /// <summary>How it is written: <c>abs(value)</c>.</summary>
    public string Signature => $"{Name}({string.Join(", ", Parameters.Select(p => p.Name))}{(RepeatsLast ? ", …" : "")})";

    /// <summary>Whether it takes that many arguments.</summary>
    public bool Takes(int arguments) => RepeatsLast ? arguments >= Parameters.Count : arguments == Parameters.Count;

    /// <summary>The parameter that an argument is for.</summary>
    public FilterParameter ParameterAt(int argument) => Parameters[Math.Min(argument, Parameters.Count - 1)];

    /// <summary>The value for arguments of the right number and types.</summary>
    internal FilterValue Apply(ReadOnlySpan<FilterValue> arguments)
    {
        foreach (ref readonly var argument in arguments)
        {
            if (argument.IsNothing)
                return default;
        }
        return _computation(arguments);
    }
}

using System.Reflection;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>A store that counts how often features are read.</summary>
public class CountedStore : DispatchProxy
{
    private IFeatureStore _inner = null!; // set by Of
    private int _reads;

    /// <summary>A store before another one, and the number of readings so far.</summary>
    public static (IFeatureStore Store, Func<int> Reads) Of(IFeatureStore inner)
    {
        var proxy = Create<IFeatureStore, CountedStore>();
        var counted = (CountedStore)(object)proxy;
        counted._inner = inner;
        return (proxy, () => counted._reads);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name is nameof(IFeatureStore.ReadAsync) or nameof(IFeatureStore.ReadRowsAsync))
            Interlocked.Increment(ref _reads);
        return targetMethod!.Invoke(_inner, args); // the runtime always names the method
    }
}

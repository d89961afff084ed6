using Geo.Api.Collections;
using Geo.Engine.Features;

namespace Geo.Api.Formats;

/// <summary>The features of a page on their way to a writer; afterwards it is known how many there were and whether more follow.</summary>
internal sealed class FeaturePage(ItemsReader reader, ItemsQuery query)
{
    private Feature? _last;

    /// <summary>How many features have gone by.</summary>
    public int Returned { get; private set; }

    /// <summary>Whether a page follows.</summary>
    public bool HasNext { get; private set; }

    /// <summary>The cursor of the page that follows; null when none does.</summary>
    public string? Next => HasNext && _last is not null ? query.CursorAfter(_last) : null;

    /// <summary>The features in the order of the query, once.</summary>
    public async IAsyncEnumerable<Feature> FeaturesAsync()
    {
        await foreach (var feature in reader.PageAsync())
        {
            HasNext = Returned == query.PageSize;
            if (HasNext)
                yield break;
            Returned++;
            _last = feature;
            yield return feature;
        }
    }
}

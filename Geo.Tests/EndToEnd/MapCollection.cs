namespace Geo.Tests.EndToEnd;

/// <summary>The tests that share <see cref="MapWorld"/>; one after the other, since they share the processors too.</summary>
[CollectionDefinition(Name)]
public sealed class MapCollection : ICollectionFixture<MapWorld>
{
    public const string Name = "map";
}

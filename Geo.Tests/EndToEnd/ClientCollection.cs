namespace Geo.Tests.EndToEnd;

/// <summary>The tests that share <see cref="ClientWorld"/>; one after the other, since they share the processors too.</summary>
[CollectionDefinition(Name)]
public sealed class ClientCollection : ICollectionFixture<ClientWorld>
{
    public const string Name = "clients";
}

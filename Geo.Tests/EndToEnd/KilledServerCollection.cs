namespace Geo.Tests.EndToEnd;

/// <summary>Tests that kill a server run by themselves: a server of another test could take the dead one's port and answer in its place.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KilledServerCollection
{
    public const string Name = "killed servers";
}

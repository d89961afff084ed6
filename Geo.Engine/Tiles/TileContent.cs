namespace Geo.Engine.Tiles;

/// <summary>
/// The drawn features of a tile within its limits: of more than <see cref="MostFeatures"/>, or of features with more than <see cref="MostCommands"/> commands
/// together, the largest are kept. A feature with more commands than that by itself is left out. Memory never exceeds twice the limits.
/// </summary>
internal sealed class TileContent : IDisposable
{
    /// <summary>Most features in a tile.</summary>
    public const int MostFeatures = 32_768;

    /// <summary>Most commands with their numbers in a tile: some million vertices.</summary>
    public const int MostCommands = 2_000_000;

    private TileBuffer<(TileFeature Feature, int Start, int Length)> _features = new();
    private TileBuffer<uint> _commands = new();

    /// <summary>Adds a feature.</summary>
    public void Add(in TileFeature feature, ReadOnlySpan<uint> commands)
    {
        if (commands.Length > MostCommands)
            return;
        _features.Add((feature, _commands.Count, commands.Length));
        _commands.Add(commands);
        if (_features.Count >= 2 * MostFeatures || _commands.Count >= 2 * MostCommands)
            KeepLargest();
    }

    /// <summary>What is kept, in ascending order of id; good until more is added.</summary>
    public Span<(TileFeature Feature, int Start, int Length)> Kept()
    {
        if (_features.Count > MostFeatures || _commands.Count > MostCommands)
            KeepLargest();
        _features.Items.Sort((a, b) => a.Feature.Id.CompareTo(b.Feature.Id));
        return _features.Items;
    }

    /// <summary>The commands of a feature.</summary>
    public ReadOnlySpan<uint> Commands(int start, int length) => _commands.Items.Slice(start, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        _features.Dispose();
        _commands.Dispose();
    }

    private void KeepLargest()
    {
        _features.Items.Sort((a, b) => TileFeature.Compare(a.Feature, b.Feature));
        var (features, commands) = (new TileBuffer<(TileFeature, int, int)>(MostFeatures), new TileBuffer<uint>(_commands.Count));
        foreach (var (feature, start, length) in _features.Items)
        {
            if (features.Count == MostFeatures || commands.Count + length > MostCommands)
                break;
            features.Add((feature, commands.Count, length));
            commands.Add(Commands(start, length));
        }
        Dispose();
        (_features, _commands) = (features, commands);
    }
}

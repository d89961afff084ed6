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

    private TileBuffer<DrawnFeature> _features = new();
    private ProtobufWriter _commands = new();
    private int _numbers;

    /// <summary>Whether there are no features.</summary>
    public bool IsEmpty => _features.Count == 0;

    /// <summary>Adds a feature.</summary>
    public void Add(in TileFeature feature, ReadOnlySpan<uint> commands)
    {
        if (commands.Length > MostCommands)
            return;
        var start = _commands.Length;
        _commands.Varints(commands);
        _features.Add(new DrawnFeature(feature, start, _commands.Length - start, commands.Length));
        _numbers += commands.Length;
        if (_features.Count >= 2 * MostFeatures || _numbers >= 2 * MostCommands)
            KeepLargest();
    }

    /// <summary>What is kept, in ascending order of id; good until more is added.</summary>
    public Span<DrawnFeature> Kept()
    {
        if (_features.Count > MostFeatures || _numbers > MostCommands)
            KeepLargest();
        if (!AreInOrder(_features.Items))
            _features.Items.Sort((a, b) => a.Feature.Id.CompareTo(b.Feature.Id));
        return _features.Items;
    }

    /// <summary>The commands of a feature as a tile holds them.</summary>
    public ReadOnlySpan<byte> CommandsOf(in DrawnFeature drawn) => _commands.Written.Slice(drawn.Start, drawn.Length);

    /// <inheritdoc/>
    public void Dispose()
    {
        _features.Dispose();
        _commands.Dispose();
    }

    // As most stores give them.
    private static bool AreInOrder(ReadOnlySpan<DrawnFeature> features)
    {
        for (var i = 1; i < features.Length; i++)
        {
            if (features[i].Feature.Id < features[i - 1].Feature.Id)
                return false;
        }
        return true;
    }

    private void KeepLargest()
    {
        _features.Items.Sort((a, b) => TileFeature.Compare(a.Feature, b.Feature));
        var (features, commands, numbers) = (new TileBuffer<DrawnFeature>(MostFeatures), new ProtobufWriter(), 0);
        foreach (var drawn in _features.Items)
        {
            if (features.Count == MostFeatures || numbers + drawn.Numbers > MostCommands)
                break;
            features.Add(drawn with { Start = commands.Length });
            commands.Raw(CommandsOf(drawn));
            numbers += drawn.Numbers;
        }
        Dispose();
        (_features, _commands, _numbers) = (features, commands, numbers);
    }
}

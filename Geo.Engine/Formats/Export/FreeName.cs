using Geo.Engine.Features;

namespace Geo.Engine.Formats.Export;

/// <summary>Names for the columns that we add to those of a layer.</summary>
internal static class FreeName
{
    /// <summary>The name that is wanted, with underscores in front while a column of the layer has it; case does not tell names apart.</summary>
    public static string Of(string wanted, LayerDefinition definition)
    {
        while (definition.Properties.Any(p => p.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            wanted = "_" + wanted;
        return wanted;
    }
}

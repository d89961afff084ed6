using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>A layer and where it lies in the file.</summary>
/// <param name="Layer">The layer as clients see it.</param>
/// <param name="Name">Name of its table.</param>
/// <param name="Columns">The columns that carry it.</param>
/// <param name="RTree">Name of its spatial index; null without one.</param>
/// <param name="IsOurs">Whether this store wrote it, and all values have the form it writes.</param>
/// <param name="IsUtf8">Whether texts lie in the file as UTF-8; of files of other programs a few have UTF-16.</param>
internal sealed record GeoPackageTable(Layer Layer, string Name, LayerColumns Columns, string? RTree, bool IsOurs, bool IsUtf8)
{
    /// <summary>The table's name in SQL.</summary>
    public string Sql => SqlName.Quote(Name);

    /// <summary>Whether SQLite compares the values of a property as we do. Other programs write a truth value or a date in many ways, and texts that are not NFC.</summary>
    public bool Compares(int property) => IsOurs || Layer.Definition.Properties[property].Type == PropertyType.Integer;
}

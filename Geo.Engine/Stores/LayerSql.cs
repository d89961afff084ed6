using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores;

/// <summary>Parts of a statement on the table of one layer, in the words of one database. Values are always parameters.</summary>
/// <param name="definition">The layer.</param>
internal abstract class LayerSql(LayerDefinition definition)
{
    /// <summary>The layer.</summary>
    public LayerDefinition Definition { get; } = definition;

    /// <summary>The column of the id, quoted.</summary>
    public abstract string Id { get; }

    /// <summary>The column of the geometry, quoted; null without one.</summary>
    public abstract string? Geometry { get; }

    /// <summary>A placeholder for a value of the CLR type of its property.</summary>
    public abstract string Parameter(object value);

    /// <summary>A property's column, quoted.</summary>
    public abstract string Column(int property);

    /// <summary>Whether the database compares the values of a property as we do; else only we can decide.</summary>
    public abstract bool Compares(int property);

    /// <summary>A column or placeholder of a type, such that it orders as the values do.</summary>
    public abstract string Ordered(string sql, PropertyType type);

    /// <summary>Rows whose geometry may meet one of the boxes; null when there is no index to ask.</summary>
    /// <param name="boxes">In the layer's own coordinates.</param>
    /// <param name="orHaveNone">Whether rows without geometry are wanted too.</param>
    public abstract string? MayMeet(IReadOnlyList<Extent> boxes, bool orHaveNone);

    /// <summary>The list of columns to sort by; reversed when the query goes backwards.</summary>
    public string OrderBy(FeatureQuery query) => string.Join(", ", query.SortBy
        .Select(k => $"{Key(k)}{(k.Descending == query.IsReversed ? "" : " DESC")} NULLS {(query.IsReversed ? "FIRST" : "LAST")}")
        .Append(query.IsReversed ? $"{Id} DESC" : Id));

    /// <summary>The rows on the side of a query's place that it asks for; null when it has none.</summary>
    public string? BesidePlace(FeatureQuery query) => query switch
    {
        { AfterId: null } => null,
        { AfterId: { } id, IsReversed: false } => After(query.SortBy, query.AfterValues, id),
        // An index of the id is walked from here; the contrary below would walk it from the end.
        { AfterId: { } id, SortBy.Count: 0 } => $"{Id} <= {Parameter(id)}",
        // The condition is never unknown, so that its contrary is exact.
        { AfterId: { } id } => $"NOT {After(query.SortBy, query.AfterValues, id)}",
    };

    // At each key the rows with a later value, else those with the same value that come later by the keys after it.
    private string After(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values, long id)
    {
        var later = $"{Id} > {Parameter(id)}";
        for (var i = keys.Count - 1; i >= 0; i--)
            later = After(keys[i], values[i], later);
        return later;
    }

    private string After(SortKey key, object? value, string sameAndLater)
    {
        var column = Key(key);
        if (value is null)
            return $"({column} IS NULL AND {sameAndLater})";
        var type = Definition.Properties[IndexOf(key.Property)].Type;
        var (greater, placed) = (key.Descending ? "<" : ">", Ordered(Parameter(value), type));
        return $"({column} {greater} {placed} OR {column} IS NULL OR ({column} = {placed} AND {sameAndLater}))";
    }

    private string Key(SortKey key)
    {
        var property = IndexOf(key.Property);
        return Ordered(Column(property), Definition.Properties[property].Type);
    }

    /// <summary>The index of a property by its name, -1 when there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Definition.Properties.Count; i++)
        {
            if (Definition.Properties[i].Name == name)
                return i;
        }
        return -1;
    }
}

namespace Geo.Engine.Stores;

/// <summary>What a database can be asked of a condition.</summary>
/// <param name="Sql">True for every row that matches.</param>
/// <param name="IsExact">Whether it is true for those rows only, false or unknown for others as the condition itself is; else rows have to be looked at.</param>
internal readonly record struct SqlCondition(string Sql, bool IsExact);

namespace Geo.Engine.Stores;

/// <summary>The one place where a name becomes part of a statement; values are always parameters.</summary>
internal static class SqlName
{
    /// <summary>A table or column name in double quotes, as standard SQL, SQLite and PostgreSQL read it.</summary>
    /// <exception cref="ArgumentException">The name holds a NUL character, which would end the statement.</exception>
    public static string Quote(string name) => name.Contains('\0', StringComparison.Ordinal)
        ? throw new ArgumentException("A name in SQL holds a NUL character.", nameof(name))
        : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

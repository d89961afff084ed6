using Microsoft.Data.Sqlite;

namespace Geo.Tests.Stores;

/// <summary>Looks into, and meddles with, a GeoPackage past the store.</summary>
internal static class SqliteProbe
{
    /// <summary>The first column of all rows as text.</summary>
    public static List<string> Column(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
            values.Add(rows.IsDBNull(0) ? "NULL" : rows.GetString(0));
        return values;
    }

    /// <summary>Runs statements.</summary>
    public static void Execute(string file, string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}

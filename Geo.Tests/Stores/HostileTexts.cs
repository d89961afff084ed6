namespace Geo.Tests.Stores;

/// <summary>Texts that break out of careless SQL, patterns, templates and shells (robustness.md V1, V3).</summary>
internal static class HostileTexts
{
    /// <summary>All of them; none holds NUL, which is refused before anything else.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "'", "''", "\\", "\\'", "'\\", "%", "_", "\\%", "\\_", "%%'", "$$", "$1", "$v0", "@p0", ":x", "?", "--", ";", "/*", "*/", "’", "\"", "\"\"", "`", "\u02bc", "\uff07", "E'\\'",
        "' OR '1'='1", "'; DROP TABLE x; --", "\") OR (\"a\"=\"a", "1 UNION SELECT 1", "'||pg_sleep(9)||'", "$$;SELECT 1;$$", "x'; COPY x TO PROGRAM 'id'; --", "chr(39)",
        "{{7*7}}", "${7*7}", "#{7*7}", "$(id)", "`id`", "T(java.lang.Runtime).getRuntime().exec('id')", "exec(java.lang.Runtime.getRuntime(),'id')", "System.Diagnostics.Process.Start(\"id\")",
        "../../etc/passwd", "file:///etc/passwd", "\n", "\r\n", "\t", "\u0301", "a\u0301", "\u202e", "đ", "Đ", "ı", "ß", "\ud83e\udd90", "{0}", "NULL", "true", "1e999", "NaN",
    ];
}

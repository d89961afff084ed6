using System.Text.RegularExpressions;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Architecture;

/// <summary>The direction of dependencies of docs/architecture.md, read off the <c>using</c> lines.</summary>
public sealed partial class DependencyDirectionTests
{
    private static readonly Dictionary<string, int> Rank = new()
    {
        ["Access"] = 0,
        ["Geodesy"] = 0,
        ["Yaml"] = 0,
        ["Filters"] = 0,
        ["Grids"] = 1,
        ["Features"] = 1,
        ["Jobs"] = 2,
        ["Tiles"] = 2,
        ["Suitability"] = 2,
        ["Radio"] = 2,
        ["Economy"] = 2,
        ["Zoning"] = 3,
        ["Siting"] = 3,
        ["Scenarios"] = 4,
        ["Stores"] = 5,
        ["Formats"] = 5,
    };

    private static readonly string[] EmptyNames = ["Service", "Services", "Manager", "Helper", "Helpers", "Common", "Utils", "Models", "Core", "Base"];

    public static TheoryData<string> EngineFolders => [.. Folders().Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(EngineFolders))]
    public void A_folder_of_the_engine_has_a_rank(string folder) => Assert.Contains(folder, Rank.Keys);

    [Theory]
    [MemberData(nameof(EngineFolders))]
    public void A_folder_of_the_engine_uses_only_lower_ranks(string folder)
    {
        var upward = Sources(folder)
            .SelectMany(file => EngineUsing().Matches(File.ReadAllText(file)).Select(m => (file, used: m.Groups[1].Value)))
            .Where(u => u.used != folder && Rank[u.used] >= Rank[folder])
            .Select(u => $"{Path.GetRelativePath(Repository.Root, u.file)} uses {u.used}");
        Assert.Empty(upward);
    }

    [Fact]
    public void The_engine_knows_nothing_of_the_web()
    {
        var web = Folders().SelectMany(f => Sources(Path.GetFileName(f)))
            .Where(file => File.ReadAllText(file).Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Empty(web);
    }

    [Fact]
    public void No_folder_or_file_has_a_name_that_says_nothing()
    {
        var names = new[] { "Geo.Engine", "Geo.Api", "Geo.Tests" }
            .SelectMany(project => Directory.EnumerateFileSystemEntries(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories))
            .Where(path => !GeneratedFolder().IsMatch(path))
            .Where(path => EmptyNames.Contains(Path.GetFileNameWithoutExtension(path)));
        Assert.Empty(names);
    }

    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "Geo.Engine")).Where(f => Path.GetFileName(f) is not ("bin" or "obj"));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "Geo.Engine", folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"^using (?:static )?Geo\.Engine\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex EngineUsing();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|wwwroot)([\\/]|$)")]
    private static partial Regex GeneratedFolder();
}

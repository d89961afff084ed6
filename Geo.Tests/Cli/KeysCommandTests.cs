using System.Text;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

public sealed class KeysCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => $"geopackage:{_folder.File("s.gpkg")}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_is_shown_once_and_the_store_holds_nothing_of_it_but_its_id()
    {
        var key = CommandLine.MakeKey("planner", Store);
        Assert.Matches("^stg_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$", key);
        var (code, listed) = CommandLine.Run("keys", "list", "--store", Store);
        Assert.Equal(0, code);
        Assert.Contains($"{key.Split('_')[1]}  planner", listed, StringComparison.Ordinal);
        var secret = key.Split('_', 3)[2];
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
    }

    [Fact]
    public void A_revoked_key_is_listed_as_such_and_an_unknown_one_is_told()
    {
        var id = CommandLine.MakeKey("viewer", Store).Split('_')[1];
        Assert.Equal(0, CommandLine.Run("keys", "revoke", id, "--store", Store).ExitCode);
        Assert.Contains("revoked 20", CommandLine.Run("keys", "list", "--store", Store).Output, StringComparison.Ordinal);
        Assert.Contains("audit log: 2 records, unbroken", CommandLine.Run("doctor", "--store", Store).Output, StringComparison.Ordinal);
        var (code, text) = CommandLine.Run("keys", "revoke", "00000000", "--store", Store);
        Assert.Equal(1, code);
        Assert.Contains("There is no key 00000000", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "x", "viewer, planner or admin")]
    [InlineData("boss", "x", "boss")]
    [InlineData("viewer", " ", "1 to 100")]
    public void What_is_no_role_or_no_label_makes_no_key(string role, string label, string told)
    {
        var (code, text) = CommandLine.Run("keys", "create", "--role", role, "--label", label, "--store", Store);
        Assert.NotEqual(0, code);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotContain("stg_", text, StringComparison.Ordinal);
    }
}

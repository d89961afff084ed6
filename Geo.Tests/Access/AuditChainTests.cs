using Geo.Engine.Access;

namespace Geo.Tests.Access;

/// <summary>The chain of the audit log; hashes worked out with Python's hashlib from the description of the chain.</summary>
public sealed class AuditChainTests
{
    private static readonly AuditEntry First = new(DateTimeOffset.FromUnixTimeMilliseconds(1782907200000), new Author("cli:lan", "layer.import"), "layer đất", null, "ab");
    private static readonly AuditEntry Second = new(DateTimeOffset.FromUnixTimeMilliseconds(1782907200001), new Author("key:1a2b3c4d", "features.edit", "0HN1"), "layer đất: 7", "ab", "cd");

    private static readonly AuditRecord[] Sound =
    [
        new(1, First, "9d23000ccb77aeab25661ffeb298626da75b16b60ea022af44138deaea3087f4"),
        new(2, Second, "5232ba2401b88462c0dc396519c678bdb1081bbe9856a72c0af617e68585b152"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_log_is_found_unbroken() =>
        Assert.Equal((Sound[1], (long?)null), await AuditChain.CheckAsync(Sound.ToAsyncEnumerable(), Cancel));

    public static TheoryData<string, long> Forgeries => new()
    {
        { "actor", 1 }, { "moment", 1 }, { "after", 2 }, { "request", 2 }, { "moved", 2 }, { "removed", 1 }, { "swapped", 1 }, { "null for empty", 1 },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_record_is_found(string forgery, long brokenAt)
    {
        AuditRecord[] forged = forgery switch
        {
            "actor" => [Sound[0] with { Entry = First with { Author = First.Author with { Actor = "cli:tam" } } }, Sound[1]],
            "moment" => [Sound[0] with { Entry = First with { At = First.At.AddMilliseconds(1) } }, Sound[1]],
            "after" => [Sound[0], Sound[1] with { Entry = Second with { After = "ce" } }],
            "request" => [Sound[0], Sound[1] with { Entry = Second with { Author = Second.Author with { RequestId = null } } }],
            "moved" => [Sound[0], Sound[1] with { Entry = Second with { Target = "layer đất: ", Before = "7ab" } }],
            "removed" => [Sound[1]],
            "swapped" => [Sound[1], Sound[0]],
            _ => [Sound[0] with { Entry = First with { Before = "" } }, Sound[1]],
        };
        Assert.Equal(brokenAt, (await AuditChain.CheckAsync(forged.ToAsyncEnumerable(), Cancel)).BrokenAt);
    }
}

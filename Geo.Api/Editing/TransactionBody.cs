using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Editing;

/// <summary>
/// Reads a transaction: <c>{"edits":[…]}</c> with steps <c>{"action":"create","feature":…}</c>, <c>{"action":"replace","id":1,"feature":…}</c>,
/// <c>{"action":"update","id":1,"patch":…}</c> and <c>{"action":"delete","id":1}</c>, the last three with an optional <c>ifMatch</c>.
/// </summary>
internal static class TransactionBody
{
    private const int Deepest = 90; // that of GeoJSON, and the brackets around it
    private const int MostEdits = 10_000;

    private static readonly BilingualText Shape = new("cần một đối tượng JSON có mảng 'edits' không rỗng, nhiều nhất 10.000 bước", "an object with a list 'edits' belongs here, not empty, of at most 10,000 steps");
    private static readonly BilingualText Actions = new("action là create, replace, update hoặc delete", "the action is create, replace, update or delete");
    private static readonly BilingualText Ids = new("id là số nguyên từ 1", "the id is an integer of at least 1");
    private static readonly BilingualText OnlyOnce = new("một đối tượng chỉ được sửa một lần trong một giao dịch", "a feature is edited once in a transaction");
    private static readonly BilingualText Tags = new("ifMatch là ETag của đối tượng, một chuỗi", "ifMatch is the ETag of the feature, a string");

    /// <summary>The steps, or what is wrong with them.</summary>
    public static (IReadOnlyList<TransactionStep> Steps, SentFault? Fault) Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return ([], new SentFault("", fault.BytePositionInLine ?? 0, new("đây không phải JSON, hoặc lồng nhau quá sâu, hoặc có thành phần trùng tên", "this is not JSON, or nested too deep, or a member is given twice"), IsUnfit: false));
        }
    }

    private static (IReadOnlyList<TransactionStep> Steps, SentFault? Fault) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("edits", out var edits) || edits.ValueKind != JsonValueKind.Array || edits.GetArrayLength() is 0 or > MostEdits)
            return ([], Fault("/edits", Shape));
        var (steps, ids) = (new List<TransactionStep>(), new HashSet<long>());
        foreach (var (index, element) in edits.EnumerateArray().Index())
        {
            var (step, fault) = Read(index, element);
            if (step is null)
                return ([], fault);
            if (step.Action != "create" && !ids.Add(step.Id))
                return ([], Fault(Place(index, "id"), OnlyOnce));
            steps.Add(step);
        }
        return (steps, null);
    }

    private static (TransactionStep? Step, SentFault? Fault) Read(int index, JsonElement element)
    {
        var action = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("action", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        if (action is not ("create" or "replace" or "update" or "delete"))
            return (null, Fault(Place(index, "action"), Actions));
        long id = 0;
        if (action != "create" && !(element.TryGetProperty("id", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out id) && id > 0))
            return (null, Fault(Place(index, "id"), Ids));
        var step = new TransactionStep(index, action, id, default, null);
        if (element.TryGetProperty("ifMatch", out var tag) && tag.ValueKind != JsonValueKind.String)
            return (null, Fault(Place(index, "ifMatch"), Tags));
        if (action != "delete" && !element.TryGetProperty(step.ContentName, out _))
            return (null, Fault(Place(index, step.ContentName), new($"thiếu thành phần '{step.ContentName}'", $"the member '{step.ContentName}' is missing")));
        return (step with
        {
            Content = action == "delete" ? default : element.GetProperty(step.ContentName).Clone(),
            IfMatch = tag.ValueKind == JsonValueKind.String ? tag.GetString() : null,
        }, null);
    }

    /// <summary>The JSON pointer of a member of a step.</summary>
    public static string Place(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"/edits/{index}/{member}");

    private static SentFault Fault(string pointer, BilingualText text) => new(pointer, 0, text, IsUnfit: false);
}

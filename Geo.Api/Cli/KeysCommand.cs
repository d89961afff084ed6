using System.CommandLine;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary><c>keys create | list | revoke</c>: who may do what. A running server follows within seconds.</summary>
internal static class KeysCommand
{
    private const int LongestLabel = 100;

    private static readonly Option<Role> HolderRole = new("--role") { Description = "What its holder may do: viewer, planner or admin", Required = true };
    private static readonly Option<string> Label = new("--label") { Description = "Whose it is or what for", Required = true };
    private static readonly Argument<string> KeyId = new("id") { Description = "Id of a key, as keys list shows it" };

    public static Command Build()
    {
        var create = new Command("create", "Make a key; it is shown once and cannot be shown again") { HolderRole, Label };
        create.Behind((line, cancellation) => InStoreAsync(line, store => CreateAsync(line, store, cancellation), cancellation));
        var list = new Command("list", "List the keys, never their secrets");
        list.Behind((line, cancellation) => InStoreAsync(line, store => ListAsync(store, cancellation), cancellation));
        var revoke = new Command("revoke", "Revoke a key for good") { KeyId };
        revoke.Behind((line, cancellation) => InStoreAsync(line, store => RevokeAsync(line, store, cancellation), cancellation));
        return new Command("keys", "Make, list and revoke the keys that open the service") { create, list, revoke };
    }

    private static async Task<int> InStoreAsync(ParseResult line, Func<IFeatureStore, Task<int>> work, CancellationToken cancellation)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(CommonOptions.Read(line).Store));
        await store.OpenAsync(cancellation);
        return await work(store);
    }

    // The key alone goes to the output, so that a script can take it; the words go beside it.
    private static async Task<int> CreateAsync(ParseResult line, IFeatureStore store, CancellationToken cancellation)
    {
        var (label, role) = (line.GetRequiredValue(Label).Trim(), line.GetRequiredValue(HolderRole));
        if (label.Length is 0 or > LongestLabel || label.Any(char.IsControl))
            throw new UserErrorException($"The label has {label.Length} characters; allowed is a line of 1 to {LongestLabel}.");
        if (role is < Role.Viewer or > Role.Admin)
            throw new UserErrorException($"The role is {role}; allowed is viewer, planner or admin.");
        var (key, text) = KeyText.Make(label, role, TimeProvider.System.GetUtcNow());
        await store.Keys.AddAsync(key, CommandAuthor.Of("key.create"), cancellation);
        Console.WriteLine(text);
        await Console.Error.WriteLineAsync($"Key {key.Id}, {Word(role)}, for {label}. Keep it now, it is not shown again; send it in the header X-Api-Key.");
        return CommandDoor.Success;
    }

    private static async Task<int> ListAsync(IFeatureStore store, CancellationToken cancellation)
    {
        foreach (var key in await store.Keys.ListAsync(cancellation))
            Console.WriteLine($"{key.Id}  {Word(key.Role),-7}  {key.Created:u}  {(key.Revoked is { } revoked ? $"revoked {revoked:u}" : "good"),-28}  {key.Label}");
        return CommandDoor.Success;
    }

    private static async Task<int> RevokeAsync(ParseResult line, IFeatureStore store, CancellationToken cancellation)
    {
        var id = line.GetRequiredValue(KeyId);
        if (!await store.Keys.RevokeAsync(id, TimeProvider.System.GetUtcNow(), CommandAuthor.Of("key.revoke"), cancellation))
            throw new UserErrorException($"There is no key {id}; keys list shows those there are.");
        Console.WriteLine($"Key {id} is revoked; running servers refuse it within 5 seconds.");
        return CommandDoor.Success;
    }

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}

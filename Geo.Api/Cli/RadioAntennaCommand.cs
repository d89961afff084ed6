using System.CommandLine;
using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary><c>radio antenna FILES</c>: takes antenna files (MSI) into the store, where tables of masts name them; without files it lists those that are there.</summary>
internal static class RadioAntennaCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files") { Description = "Antenna files of Planet (MSI); without any, those of the store are listed", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Name = new("--as") { Description = "The name that masts will call it by (of one file; else the name of each file without its ending)" };

    public static Command Build()
    {
        var antenna = new Command("antenna", "Take antenna files (MSI) into the store, or list them") { Files, Name };
        antenna.Behind(TakeAsync);
        return antenna;
    }

    private static async Task<int> TakeAsync(ParseResult line, CancellationToken cancellation)
    {
        var files = line.GetValue(Files) ?? [];
        if (line.GetValue(Name) is not null && files.Length != 1)
            throw new UserErrorException($"--as: {files.Length} files; allowed with one.");
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        if (files.Length == 0)
        {
            foreach (var known in await StoredAntennas.ListAsync(store, cancellation))
                Console.WriteLine(known);
            return CommandDoor.Success;
        }

        var problems = new List<string>();
        var documents = new List<StoredDocument>();
        foreach (var file in files)
            documents.AddRange(await ReadAsync(file, line.GetValue(Name) ?? Path.GetFileNameWithoutExtension(file.Name), problems, cancellation));
        if (problems.Count > 0)
            return CommandDoor.Say(problems);
        await store.ApplyAsync(new StoreChange { Documents = documents, Author = CommandAuthor.Of("radio.antenna") }, cancellation);
        foreach (var document in documents)
            Console.WriteLine($"kept as {document.Name}");
        return CommandDoor.Success;
    }

    private static async Task<IReadOnlyList<StoredDocument>> ReadAsync(FileInfo file, string name, List<string> problems, CancellationToken cancellation)
    {
        if (!file.Exists)
            throw new UserErrorException($"There is no file '{file.FullName}'.");
        if (!StoredAntennas.IsName(name))
        {
            problems.Add($"{file.Name}: '{name}' cannot be a name; allowed are 1 to 100 letters, digits and - _ ., but not {string.Join(", ", StoredAntennas.Known)}.");
            return [];
        }

        var text = await File.ReadAllTextAsync(file.FullName, cancellation);
        var read = MsiFile.Read(text);
        problems.AddRange(read.Problems.Select(p => $"{file.Name}: {p.For(CultureInfo.CurrentUICulture.Name)}"));
        return read.Cuts is null ? [] : [StoredAntennas.Document(name, text)];
    }
}

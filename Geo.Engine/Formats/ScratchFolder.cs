namespace Geo.Engine.Formats;

/// <summary>A folder for files that are made whole before they are sent; gone afterwards with all that is in it, whatever happened.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "soctrang-export-";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Deletes it.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}

namespace Geo.Api.Cli;

/// <summary>Files that are there whole or not at all: written beside their place and moved into it at the end.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + ".part";
        try
        {
            await using (var stream = File.Create(unfinished))
                await write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}

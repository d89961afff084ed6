namespace Geo.Engine.Formats;

/// <summary>
/// Ends the stream of features of a file that is refused, so that the store that reads it keeps nothing. The problems stand in
/// the <see cref="ImportReport"/> of the same <see cref="ImportSource"/>; <see cref="FileImport.IntoAsync"/> turns it back into values.
/// </summary>
public sealed class ImportRefusedException : Exception
{
    /// <summary>With the first problem.</summary>
    public ImportRefusedException(ImportProblem problem) : base(problem.ToString()) => Problem = problem;

    /// <summary>With a message for people.</summary>
    public ImportRefusedException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and the cause.</summary>
    public ImportRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Without a message; kept for serialisers.</summary>
    public ImportRefusedException()
    {
    }

    /// <summary>The first problem.</summary>
    public ImportProblem? Problem { get; }
}

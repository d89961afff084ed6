using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>One execution.</summary>
/// <param name="Inputs">What it is given.</param>
/// <param name="Language">Language of texts in the results, <c>vi</c> or <c>en</c>.</param>
/// <param name="Progress">Told of each step.</param>
internal sealed record ProcessWork(ProcessInputs Inputs, string Language, IProgress<StepProgress> Progress);

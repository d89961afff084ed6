using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Received">The value received.</param>
/// <param name="Allowed">What is allowed, for people.</param>
internal sealed record ParameterFault(string Parameter, string Received, BilingualText Allowed);

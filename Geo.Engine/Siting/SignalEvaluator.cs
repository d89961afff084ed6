namespace Geo.Engine.Siting;

/// <summary>The weight that sites serve together when each disturbs the others: the radio model behind a plan. More sites may serve less.</summary>
/// <param name="sites">All sites in operation, those that stand among them, in ascending order.</param>
/// <param name="cancellation">Stops the work.</param>
public delegate ServedWeight SignalEvaluator(IReadOnlyList<TiltedSite> sites, CancellationToken cancellation);

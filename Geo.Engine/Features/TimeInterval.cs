namespace Geo.Engine.Features;

/// <summary>A closed interval of time; an open end is null. An instant has equal ends. Years 0000 and 9999 from clients become open ends.</summary>
/// <param name="Start">First moment, UTC; null = since ever.</param>
/// <param name="End">Last moment, UTC; null = for ever.</param>
public readonly record struct TimeInterval(DateTime? Start, DateTime? End);

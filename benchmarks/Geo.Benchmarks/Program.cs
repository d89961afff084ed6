using BenchmarkDotNet.Running;
using Geo.Benchmarks.Peers;
using Geo.Benchmarks.Radio;
using Geo.Benchmarks.Serving;
using Geo.Benchmarks.Siting;
using Geo.Benchmarks.Suitability;

if (args is ["peers", .. var rest])
    return PeerCommand.Run(rest);
if (args is ["measures", .. var work])
    return MeasureCommand.Run(work);
if (args is ["radio", .. var radio])
    return RadioCommand.Run(radio);
if (args is ["serving", .. var verb])
    return await ServingCommand.RunAsync(verb);
if (args is ["siting", .. var siting])
    return SitingCommand.Run(siting);
if (args is ["suitability", .. var asked])
    return SuitabilityCommand.Run(asked);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

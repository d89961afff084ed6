using BenchmarkDotNet.Running;
using Geo.Benchmarks.Peers;
using Geo.Benchmarks.Serving;

if (args is ["peers", .. var rest])
    return PeerCommand.Run(rest);
if (args is ["serving", .. var verb])
    return await ServingCommand.RunAsync(verb);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

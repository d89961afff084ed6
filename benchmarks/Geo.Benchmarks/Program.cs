using BenchmarkDotNet.Running;
using Geo.Benchmarks.Peers;

if (args is ["peers", .. var rest])
    return PeerCommand.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

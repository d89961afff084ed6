using Geo.Api.Cli;

return await CommandTree.Build().Parse(args).InvokeAsync();

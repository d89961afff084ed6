using Geo.Api.Cli;

var line = CommandTree.Build().Parse(args);
GuidedStart.Renew(line);
return await line.InvokeAsync();

using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

/// <summary>The published JSON Schema, judged by an independent validator (python3-jsonschema).</summary>
public sealed class ScenarioSchemaTests
{
    private const string Validator = """
        import json, sys, yaml
        from jsonschema import Draft202012Validator
        loader = yaml.SafeLoader
        loader.yaml_implicit_resolvers = {k: [r for r in v if r[0] != 'tag:yaml.org,2002:timestamp'] for k, v in loader.yaml_implicit_resolvers.items()}
        schema = json.load(open(sys.argv[1], encoding='utf-8'))
        Draft202012Validator.check_schema(schema)
        scenario = json.loads(json.dumps(yaml.load(open(sys.argv[2], encoding='utf-8'), loader)))
        faults = list(Draft202012Validator(schema).iter_errors(scenario))
        print('\n'.join(f'{list(f.absolute_path)} {f.message[:300]}' for f in faults))
        sys.exit(1 if faults else 0)
        """;

    [Theory]
    [MemberData(nameof(BundledScenarioTests.Files), MemberType = typeof(BundledScenarioTests))]
    public void A_bundled_scenario_keeps_the_schema(string file)
    {
        var (exitCode, output) = Validate(File.ReadAllText(Path.Combine(Repository.Data, "scenarios", file)));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void The_scenario_of_the_tests_keeps_the_schema()
    {
        var (exitCode, output) = Validate(ScenarioText.Right);
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("id: small", "id: Đẹp")]
    [InlineData("cell: 30", "cell: -30")]
    [InlineData("kind: categorical", "kind: categorical, resample: bilinear")]
    [InlineData("spread: 3", "spread: 0")]
    [InlineData("canal: 3, road: 1", "canal: -3, road: 1")]
    [InlineData("min_patch_ha: 1,", "min_patch: 1,")]
    [InlineData("terrain >= 0.2", "terrain is high")]
    [InlineData("zones:", "uncertainty: {n: 1}\nzones:")]
    [InlineData("S2: 0.6, ", "")]
    public void A_spoilt_scenario_breaks_the_schema(string old, string replacement)
    {
        var (exitCode, output) = Validate(ScenarioText.With(old, replacement));
        Assert.True(exitCode == 1 && !output.Contains("Traceback", StringComparison.Ordinal), output);
    }

    private static (int ExitCode, string Output) Validate(string yaml)
    {
        const string Python = "/usr/bin/python3"; // Debian's own, which has Debian's packages
        Requirement.Holds(File.Exists(Python) && Requirement.Run(Python, "-c", "import jsonschema, yaml").ExitCode == 0, "python3-jsonschema or python3-yaml is not installed; ./test.sh installs them");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), yaml);
        return Requirement.Run(Python, "-c", Validator, Path.Combine(Repository.Data, "schema", "scenario.schema.json"), folder.File("scenario.yaml"));
    }
}

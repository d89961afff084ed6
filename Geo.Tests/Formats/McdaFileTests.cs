using Geo.Engine.Formats.Studies;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class McdaFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_of_the_manual_of_r_mcda_ahp_is_read_and_its_rounded_third_is_a_third()
    {
        var reading = await ReadAsync("#start file\n1.0, 0.2, 3.0\n5.0, 1.0, 5.0\n0.3, 0.2, 1.0\n#comment: order: reclass_slope,reclass_sand,reclass_\n#end file\n");
        Assert.Equal([["1.0", "0.2", "3.0"], ["5.0", "1.0", "5.0"], ["1/3.0", "0.2", "1.0"]], reading.Study!.Judgements!.Select(r => r.ToArray()));
        Assert.Contains(reading.Notes, n => n.En == "line 4, column 1: '0.3' is read as 1/3.0" && n.Vi.StartsWith("dòng 4, cột 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Judgements_that_contradict_their_opposite_are_faults_with_line_and_column()
    {
        var reading = await ReadAsync("1, 4, 3\n0.4, 1, 5\n0.33, 0.2, 2\n");
        Assert.Equal(
            ["matrix, line 2: column 1: found '0.4'; allowed is one divided by 4 (line 1, column 2)", "matrix, line 3: column 3: found '2'; allowed is 1 on the diagonal"],
            reading.Problems.Select(p => p.Text.En));
        Assert.Contains("dòng 2: cột 1: có '0.4'", reading.Problems[0].Text.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1, 2\n0.5\n", "line 2: the row has 1 numbers; the matrix has 2 rows")]
    [InlineData("1, 0\n0, 1\n", "line 1: judgement: found '0'; allowed is a number above 0")]
    [InlineData("1, nan\n1, 1\n", "line 1: judgement: found 'nan'")]
    [InlineData("# nothing\n", "found 0 rows of numbers; allowed are 2 to 100")]
    public async Task What_is_no_matrix_is_refused(string text, string fault) =>
        Assert.Contains((await ReadAsync(text)).Problems, p => p.Text.En.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public async Task A_command_in_the_history_of_a_map_gives_its_weights_and_tells_what_is_left_out()
    {
        var reading = await ReadAsync("COMMANDS\nr.mcda.topsis criteria=\"slope,soil,road\" preferences=\"cost,gain,cost\" \\\n   weights=\"0.5,0.3,0.2\" topsismap=\"best\" --overwrite\n");
        Assert.Equal(["slope", "soil", "road"], reading.Study!.Criteria);
        Assert.Equal([0.5, 0.3, 0.2], reading.Study.Weights!);
        Assert.True(reading.Study.IsTopsis);
        Assert.Contains(reading.Notes, n => n.En.StartsWith("slope: cost", StringComparison.Ordinal));
        Assert.Contains(reading.Notes, n => n.En.Contains("0 and 1, fixed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("r.mcda.electre criteria=a,b weight=1", "criteria= has 2 maps, weight= 1 weights")]
    [InlineData("r.mcda.electre criteria=a,b weight=1,-2", "weight: found '-2'; allowed is a number from 0")]
    [InlineData("r.mcda.promethee criteria=a weights=1", "option: found 'weights=1'; allowed is criteria=, weight=, positiveflow=, negativeflow=")]
    [InlineData("r.mcda.topsis criteria=a weights=1 preferences=more", "preferences: found 'more'; allowed is gain, cost")]
    [InlineData("r.mcda.roughset criteria=a", "command: found 'r.mcda.roughset'; allowed is r.mcda.electre, r.mcda.promethee, r.mcda.topsis")]
    [InlineData("r.mcda.ahp criteria=a pairwise=p output=o", "allowed is the file of comparisons that pairwise= names")]
    public async Task A_faulty_command_says_what_was_found_and_what_is_allowed(string command, string fault) =>
        Assert.Contains((await ReadAsync(command)).Problems, p => p.Text.En.StartsWith("matrix, line 1: ", StringComparison.Ordinal) && p.Text.En.Contains(fault, StringComparison.Ordinal));

    private async Task<McdaReading> ReadAsync(string text)
    {
        await File.WriteAllTextAsync(_folder.File("matrix"), text, TestContext.Current.CancellationToken);
        return await McdaFile.ReadAsync(_folder.File("matrix"), TestContext.Current.CancellationToken);
    }
}

using System.Text;
using CsCheck;
using Geo.Engine.Filters;

namespace Geo.Tests.Filters;

/// <summary>Laws of both encodings over random trees and random damage.</summary>
public sealed class FilterLawTests
{
    [Fact]
    public void Any_tree_is_read_back_from_either_encoding() => FilterTrees.Of(3).Where(Fits).Sample(
        tree =>
        {
            var json = Cql2Json.Write(tree);
            Assert.Equal(json, Cql2Json.Write(Parse(json)));
            var text = Cql2Text.Write(tree);
            Assert.Equal(json, Cql2Json.Write(Cql2Text.Parse(text)));
            Assert.Equal(text, Cql2Text.Write(Parse(json)));
        },
        seed: "0000Kb2qqcP5",
        iter: 4_000,
        threads: 1);

    [Fact]
    public void A_damaged_text_is_read_or_refused_with_a_place_inside_it()
    {
        string[] filters = [.. FilterReferenceLines.Of("predicates.ndjson").Concat(FilterReferenceLines.Of("combinations.ndjson")).Select(row => row.Data.Item1)];
        Damaged(filters).Sample(text => Judge(() => Cql2Text.Parse(text), fault => fault.Place.Position is { } at && at >= 0 && at <= text.Length), seed: "0000Kb2qqcP5", iter: 8_000, threads: 1);
    }

    [Fact]
    public void Damaged_JSON_is_read_or_refused_with_a_pointer()
    {
        string[] filters = [.. FilterReferenceLines.Of("predicates.ndjson").Concat(FilterReferenceLines.Of("combinations.ndjson")).Select(row => row.Data.Item2)];
        Damaged(filters).Sample(text => Judge(() => Parse(text), fault => fault.Place.Pointer is not null), seed: "0000Kb2qqcP5", iter: 8_000, threads: 1);
    }

    /// <summary>One to three characters taken out, put in or exchanged.</summary>
    private static Gen<string> Damaged(string[] filters)
    {
        var damage = Gen.Select(Gen.Int[0, 2], Gen.Double[0, 1], Gen.Char["'\"\\()[]{},:.%_-+*/^<>=!;0149eEzZaANDORé\0\ud83d "]);
        return FilterTrees.Among(filters).Select(damage.Array[1, 3], (filter, damages) => damages.Aggregate(filter, (text, d) => Damage(text, d.Item1, d.Item2, d.Item3)));
    }

    private static string Damage(string text, int kind, double where, char with)
    {
        var at = (int)(where * (text.Length - 1));
        return kind switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, with.ToString()),
            _ => text.Remove(at, 1).Insert(at, with.ToString()),
        };
    }

    private static bool Judge(Func<FilterExpression> read, Func<FilterException, bool> isTold)
    {
        try
        {
            var tree = read();
            return Cql2Json.Write(tree) == Cql2Json.Write(Cql2Text.Parse(Cql2Text.Write(tree)));
        }
        catch (FilterException fault)
        {
            return isTold(fault) && fault.Vietnamese.EndsWith('.') && fault.English.EndsWith('.');
        }
    }

    private static bool Fits(FilterExpression tree) => Cql2Text.Write(tree).Length <= FilterLimits.LongestText && Cql2Json.Write(tree).Length < FilterLimits.LongestJson / 4;

    private static FilterExpression Parse(string json) => Cql2Json.Parse(Encoding.UTF8.GetBytes(json));
}

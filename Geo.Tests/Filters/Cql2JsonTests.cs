using System.Text;
using System.Text.Json;
using Geo.Engine.Filters;

namespace Geo.Tests.Filters;

/// <summary>Reading and writing CQL2-JSON.</summary>
public sealed class Cql2JsonTests
{
    public static TheoryData<string, string> Predicates => FilterReferenceLines.Of("predicates.ndjson");

    public static TheoryData<string, string> Combinations => FilterReferenceLines.Of("combinations.ndjson");

    [Theory]
    [MemberData(nameof(Predicates))]
    [MemberData(nameof(Combinations))]
    public void A_filter_of_the_standard_is_written_as_it_was_read(string text, string json) =>
        Assert.True(SameJson(json, Cql2Json.Write(Parse(json))), text);

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"tên_huyện"},"Vĩnh Châu"]}""", """{"op":"=","args":[{"property":"tên_huyện"},"Vĩnh Châu"]}""")]
    [InlineData("""{"op":"T_FINISHEDBY","args":[{"property":"a"},{"interval":["","2024-02-29"]}]}""", """{"op":"t_finishedBy","args":[{"property":"a"},{"interval":["..","2024-02-29"]}]}""")]
    [InlineData("""{"op":"ISNULL","args":[{"property":"a"}]}""", """{"op":"isNull","args":[{"property":"a"}]}""")]
    [InlineData("""{"timestamp":"2024-03-01T07:30:00.5+07:00"}""", """{"timestamp":"2024-03-01T00:30:00.5Z"}""")]
    [InlineData("""{"timestamp":"2024-03-01t00:30:00.123456789z"}""", """{"timestamp":"2024-03-01T00:30:00.1234567Z"}""")]
    [InlineData("[5, 5.0, -0.5, 1e3, 1e21, 0.1, 9223372036854775807, 9223372036854775808]", "[5,5.0,-0.5,1000.0,1E+21,0.1,9223372036854775807,9.223372036854776E+18]")]
    [InlineData("""{"type":"Point","bbox":[1,2,1,2],"coordinates":[1,2.50]}""", """{"type":"Point","coordinates":[1,2.5]}""")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2,3],[4,5,6]]}""", """{"type":"MultiPoint","coordinates":[[1,2,3],[4,5,6]]}""")]
    [InlineData("""{"op":"in","args":[{"property":"a"},[]]}""", """{"op":"in","args":[{"property":"a"},[]]}""")]
    [InlineData("""{"op":"buffer","args":[]}""", """{"op":"buffer","args":[]}""")]
    [InlineData("\"Vi\u0303nh\"", "\"Vĩnh\"")]
    [InlineData("""{"bbox":[105.5,9,-179,10,-5,20]}""", """{"bbox":[105.5,9,-179,10,-5,20]}""")]
    public void A_filter_is_written_in_one_canonical_way(string json, string canonical) => Assert.Equal(canonical, Cql2Json.Write(Parse(json)));

    [Theory]
    [InlineData("POINT", """{"type":"Point","coordinates":[1,2]}""")]
    [InlineData("POLYGON", """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,0.5],[2,0.5],[2,1],[1,0.5]]]}""")]
    [InlineData("MULTIPOLYGON", """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[9,9],[8,9],[9,8],[9,9]]]]}""")]
    [InlineData("GEOMETRYCOLLECTION", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}]}""")]
    public void A_geometry_is_read_and_written(string kind, string json)
    {
        var literal = Assert.IsType<GeometryLiteral>(Parse(json));
        Assert.Equal(kind, literal.Value.GeometryType.ToUpperInvariant());
        Assert.Equal(json, Cql2Json.Write(literal));
    }

    [Theory]
    [InlineData("", "", "not JSON")]
    [InlineData("{\"op\":", "", "not JSON")]
    [InlineData("1 2", "", "not JSON")]
    [InlineData("NaN", "", "not JSON")]
    [InlineData("null", "", "an expression")]
    [InlineData("1e999", "", "finite")]
    [InlineData("[1,-1e400]", "/1", "finite")]
    [InlineData("\"a\\u0000b\"", "", "U+0000")]
    [InlineData("\"\\ud800\"", "", "surrogate")]
    [InlineData("""{}""", "", "an expression")]
    [InlineData("""{"op":"="}""", "", "'args'")]
    [InlineData("""{"op":"=","args":{}}""", "/args", "an array")]
    [InlineData("""{"op":"=","args":[1]}""", "", "2 arguments; found 1")]
    [InlineData("""{"op":"not","args":[true,false]}""", "", "1 argument; found 2")]
    [InlineData("""{"op":"and","args":[true]}""", "", "at least 2 arguments; found 1")]
    [InlineData("""{"op":"!=","args":[1,2]}""", "/op", "operator")]
    [InlineData("""{"op":"date","args":["2024-01-01"]}""", "/op", "operator")]
    [InlineData("""{"op":5,"args":[]}""", "/op", "a string")]
    [InlineData("""{"op":"=","op":"<>","args":[1,2]}""", "/op", "twice")]
    [InlineData("""{"op":"=","args":[1,2],"a/b":0}""", "/a~1b", "not allowed")]
    [InlineData("""{"property":"a","date":"2024-01-01"}""", "/date", "not allowed")]
    [InlineData("""{"property":""}""", "/property", "name of a property")]
    [InlineData("""{"op":"and","args":[true,{"op":"=","args":[{"property":7},1]}]}""", "/args/1/args/0/property", "a string")]
    [InlineData("""{"op":"in","args":[{"property":"a"},"b"]}""", "/args/1", "list of values")]
    [InlineData("""{"op":"in","args":[{"property":"a"},[[1]]]}""", "/args/1/0", "A list")]
    [InlineData("""{"op":"=","args":[[1],1]}""", "/args/0", "A list")]
    [InlineData("""{"op":"like","args":["a",{"property":"b"}]}""", "/args/1", "pattern")]
    [InlineData("""{"date":"2023-02-29"}""", "", "yyyy-mm-dd")]
    [InlineData("""{"date":"0000-01-01"}""", "", "0001 to 9999")]
    [InlineData("""{"timestamp":"2023-02-28 10:00:00Z"}""", "", "yyyy-mm-ddThh:mm:ssZ")]
    [InlineData("""{"timestamp":"0001-01-01T00:00:00+07:00"}""", "", "yyyy-mm-ddThh:mm:ssZ")]
    [InlineData("""{"interval":["2024-01-01"]}""", "/interval", "exactly two")]
    [InlineData("""{"interval":["2024-01-01","soon"]}""", "/interval/1", "'..'")]
    [InlineData("""{"interval":["2024-01-01",5]}""", "/interval/1", "a property")]
    [InlineData("""{"bbox":[1,2,3]}""", "/bbox", "four or six")]
    [InlineData("""{"bbox":[1,2,3,"4"]}""", "/bbox/3", "a number")]
    [InlineData("""{"type":"Circle","coordinates":[1,2]}""", "/type", "Polygon")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "/coordinates", "position")]
    [InlineData("""{"type":"Point","coordinates":[1,2,3,4]}""", "/coordinates", "two numbers")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,4,5]]}""", "/coordinates/1", "two numbers")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2]]}""", "/coordinates", "at least 2 positions")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,1]]]}""", "/coordinates/0", "closed")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[4,0],[0,0]]]}""", "/coordinates/0", "at least 4 positions")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "/coordinates", "empty")]
    [InlineData("""{"type":"Polygon","coordinates":[[1,2],[3,4]]}""", "/coordinates/0", "a list")]
    [InlineData("""{"type":"Point","coordinates":[[[[[1]]]]]}""", "/coordinates/0/0/0", "a position")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}""", "/geometries/0/type", "Point")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "", "empty")]
    public void A_fault_is_told_with_its_pointer(string json, string pointer, string words)
    {
        var fault = Assert.Throws<FilterException>(() => Parse(json));
        Assert.Equal(pointer, fault.Place.Pointer);
        Assert.Contains(words, fault.English, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused() =>
        Assert.Contains("UTF-8", Assert.Throws<FilterException>(() => Cql2Json.Parse([(byte)'"', 0xC3, (byte)'"'])).English, StringComparison.Ordinal);

    [Fact]
    public void Expressions_lie_at_most_32_deep_in_one_another()
    {
        Parse(Nested(31));
        var fault = Assert.Throws<FilterException>(() => Parse(Nested(32)));
        Assert.Equal(string.Concat(Enumerable.Repeat("/args/0", 32)), fault.Place.Pointer);
        Assert.Contains("32 levels", Assert.Throws<FilterException>(() => Parse(Nested(2_900))).English, StringComparison.Ordinal);
        Assert.Contains("position", Assert.Throws<FilterException>(() => Parse("{\"type\":\"Point\",\"coordinates\":" + new string('[', 30_000) + new string(']', 30_000) + "}")).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_has_at_most_500_expressions()
    {
        Parse($"[{string.Join(',', Enumerable.Repeat("1", 499))}]");
        Assert.Equal("/499", Assert.Throws<FilterException>(() => Parse($"[{string.Join(',', Enumerable.Repeat("1", 500))}]")).Place.Pointer);
    }

    [Fact]
    public void A_geometry_has_at_most_10_000_positions()
    {
        Parse(Line(10_000));
        Assert.Equal("/coordinates/10000", Assert.Throws<FilterException>(() => Parse(Line(10_001))).Place.Pointer);
    }

    [Fact]
    public void A_filter_has_at_most_65_536_bytes()
    {
        Parse($"\"{new string('a', 65_534)}\"");
        Assert.Contains("65536", Assert.Throws<FilterException>(() => Parse($"\"{new string('a', 65_535)}\"")).English, StringComparison.Ordinal);
    }

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", levels)) + "true" + string.Concat(Enumerable.Repeat("]}", levels));

    private static string Line(int positions) => $$"""{"type":"LineString","coordinates":[{{string.Join(',', Enumerable.Repeat("[0,1]", positions))}}]}""";

    private static bool SameJson(string one, string other) => JsonElement.DeepEquals(JsonDocument.Parse(one).RootElement, JsonDocument.Parse(other).RootElement);

    private static FilterExpression Parse(string json) => Cql2Json.Parse(Encoding.UTF8.GetBytes(json));
}

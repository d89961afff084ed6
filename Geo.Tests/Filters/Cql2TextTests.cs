using System.Text;
using System.Text.Json;
using Geo.Engine.Filters;

namespace Geo.Tests.Filters;

/// <summary>Reading and writing CQL2-Text: what it means is told by the JSON of the same filter.</summary>
public sealed class Cql2TextTests
{
    public static TheoryData<string, string> Predicates => FilterReferenceLines.Of("predicates.ndjson");

    public static TheoryData<string, string> Combinations => FilterReferenceLines.Of("combinations.ndjson");

    [Theory]
    [MemberData(nameof(Predicates))]
    [MemberData(nameof(Combinations))]
    public void A_filter_of_the_standard_means_the_same_in_both_encodings(string text, string json)
    {
        var ours = Cql2Json.Write(Cql2Text.Parse(text));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(ours).RootElement), $"{text}: {ours}");
        var written = Cql2Text.Write(Cql2Json.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(ours, Cql2Json.Write(Cql2Text.Parse(written)));
        Assert.Equal(written, Cql2Text.Write(Cql2Text.Parse(written)));
    }

    [Theory]
    // How conditions bind.
    [InlineData("a OR b AND NOT c", """{"op":"or","args":[{"property":"a"},{"op":"and","args":[{"property":"b"},{"op":"not","args":[{"property":"c"}]}]}]}""")]
    [InlineData("a and b and c", """{"op":"and","args":[{"property":"a"},{"property":"b"},{"property":"c"}]}""")]
    [InlineData("(a and b) and c", """{"op":"and","args":[{"op":"and","args":[{"property":"a"},{"property":"b"}]},{"property":"c"}]}""")]
    [InlineData("not a = 1", """{"op":"not","args":[{"op":"=","args":[{"property":"a"},1]}]}""")]
    [InlineData("((TRUE))", "true")]
    [InlineData("a BETWEEN 1 AND 2 AND b", """{"op":"and","args":[{"op":"between","args":[{"property":"a"},1,2]},{"property":"b"}]}""")]
    [InlineData("(a = 1) = FALSE", """{"op":"=","args":[{"op":"=","args":[{"property":"a"},1]},false]}""")]
    // How numbers bind: powers before products before sums, a sign before a power (Annex B, arithmeticFactor).
    [InlineData("a = 1 - 2 - 3", """{"op":"=","args":[{"property":"a"},{"op":"-","args":[{"op":"-","args":[1,2]},3]}]}""")]
    [InlineData("1+2*3^2", """{"op":"+","args":[1,{"op":"*","args":[2,{"op":"^","args":[3,2]}]}]}""")]
    [InlineData("7 div 2 % 3", """{"op":"%","args":[{"op":"div","args":[7,2]},3]}""")]
    [InlineData("-2^2", """{"op":"^","args":[-2,2]}""")]
    [InlineData("2^-1", """{"op":"^","args":[2,-1]}""")]
    [InlineData("5--3", """{"op":"-","args":[5,-3]}""")]
    [InlineData("-a", """{"op":"*","args":[-1,{"property":"a"}]}""")]
    [InlineData("-(-9223372036854775808)", """{"op":"*","args":[-1,-9223372036854775808]}""")]
    // Numbers.
    [InlineData("a IN (1, 1., .5, +2, -3e2, 1E-3, 9223372036854775808)", """{"op":"in","args":[{"property":"a"},[1,1.0,0.5,2,-300.0,0.001,9.223372036854776E+18]]}""")]
    [InlineData("a IN ()", """{"op":"in","args":[{"property":"a"},[]]}""")]
    [InlineData("a IN ((1), ((2)))", """{"op":"in","args":[{"property":"a"},[1,2]]}""")]
    // Texts: quotes are doubled or follow a backslash (escapeQuote); a doubled backslash is one (QGIS), a single one stays.
    [InlineData("a = 'it''s'", """{"op":"=","args":[{"property":"a"},"it's"]}""")]
    [InlineData(@"a = 'it\'s'", """{"op":"=","args":[{"property":"a"},"it's"]}""")]
    [InlineData(@"a LIKE '5\\%\_%'", """{"op":"like","args":[{"property":"a"},"5\\%\\_%"]}""")]
    [InlineData(@"a = 'C:\\'", """{"op":"=","args":[{"property":"a"},"C:\\"]}""")]
    [InlineData("a = ''", """{"op":"=","args":[{"property":"a"},""]}""")]
    // Names.
    [InlineData("tên_huyện = 'Vĩnh Châu'", """{"op":"=","args":[{"property":"tên_huyện"},"Vĩnh Châu"]}""")]
    [InlineData("te\u0302n = 'Vi\u0303nh'", """{"op":"=","args":[{"property":"tên"},"Vĩnh"]}""")]
    [InlineData("\"5g \"\"x\"\"\" IS NULL", """{"op":"isNull","args":[{"property":"5g \"x\""}]}""")]
    [InlineData("\"\"\"\" IS NULL", """{"op":"isNull","args":[{"property":"\""}]}""")]
    [InlineData("gml:name.first=1", """{"op":"=","args":[{"property":"gml:name.first"},1]}""")]
    [InlineData("date = DATE('2024-02-29')", """{"op":"=","args":[{"property":"date"},{"date":"2024-02-29"}]}""")]
    [InlineData("point = interval", """{"op":"=","args":[{"property":"point"},{"property":"interval"}]}""")]
    // Times.
    [InlineData("T_During(t, interval('2024-01-01',''))", """{"op":"t_during","args":[{"property":"t"},{"interval":["2024-01-01",".."]}]}""")]
    [InlineData("t_metby(INTERVAL(a,now()),INTERVAL('..','..'))", """{"op":"t_metBy","args":[{"interval":[{"property":"a"},{"op":"now","args":[]}]},{"interval":["..",".."]}]}""")]
    // Lists: where one may stand, parentheses make one.
    [InlineData("A_CONTAINS(tags,('x'))", """{"op":"a_contains","args":[{"property":"tags"},["x"]]}""")]
    [InlineData("a_equals((),((1),(2,3),(1+2)*3))", """{"op":"a_equals","args":[[],[[1],[2,3],{"op":"*","args":[{"op":"+","args":[1,2]},3]}]]}""")]
    [InlineData("Foo((1), 2) = 'x'", """{"op":"=","args":[{"op":"Foo","args":[[1],2]},"x"]}""")]
    [InlineData("S_WITHIN((geom), (BBOX(1,2,-3,+4)))", """{"op":"s_within","args":[{"property":"geom"},{"bbox":[1,2,-3,4]}]}""")]
    // Geometries.
    [InlineData("S_EQUALS(g, point z(1 2 -3.5e1))", """{"op":"s_equals","args":[{"property":"g"},{"type":"Point","coordinates":[1,2,-35]}]}""")]
    [InlineData("S_EQUALS(g, MULTIPOINT((1 2),(3 4)))", """{"op":"s_equals","args":[{"property":"g"},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}""")]
    [InlineData("S_EQUALS(g, MultiPoint(1 2, 3 4))", """{"op":"s_equals","args":[{"property":"g"},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}""")]
    [InlineData("S_EQUALS(g, MULTILINESTRING((1 2,3 4),(5 6,7 8)))", """{"op":"s_equals","args":[{"property":"g"},{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}]}""")]
    [InlineData("S_EQUALS(g, MULTIPOLYGON(((0 0,4 0,4 4,0 0),(2 1,3 1,3 2,2 1)),((9 9,8 9,9 8,9 9))))", """{"op":"s_equals","args":[{"property":"g"},{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]],[[2,1],[3,1],[3,2],[2,1]]],[[[9,9],[8,9],[9,8],[9,9]]]]}]}""")]
    [InlineData("S_EQUALS(g, GEOMETRYCOLLECTION(POINT(1 2),LINESTRING Z (1 2 3,4 5 6)))", """{"op":"s_equals","args":[{"property":"g"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2,3],[4,5,6]]}]}]}""")]
    // What QGIS writes, and ILIKE.
    [InlineData("(NOT (a = ( - (5))))", """{"op":"not","args":[{"op":"=","args":[{"property":"a"},-5]}]}""")]
    [InlineData("(a = 1) AND (b IS NOT NULL)", """{"op":"and","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"not","args":[{"op":"isNull","args":[{"property":"b"}]}]}]}""")]
    [InlineData("(\"tên huyện\" = 'a\\\\b''c')", """{"op":"=","args":[{"property":"tên huyện"},"a\\b'c"]}""")]
    [InlineData("(t >= TIMESTAMP('2024-02-29T17:00:00.250Z'))", """{"op":">=","args":[{"property":"t"},{"timestamp":"2024-02-29T17:00:00.25Z"}]}""")]
    [InlineData("CASEI(a) LIKE CASEI('sóc%')", """{"op":"like","args":[{"op":"casei","args":[{"property":"a"}]},{"op":"casei","args":["sóc%"]}]}""")]
    [InlineData("a NOT ILIKE 'sóc%'", """{"op":"not","args":[{"op":"like","args":[{"op":"casei","args":[{"property":"a"}]},{"op":"casei","args":["sóc%"]}]}]}""")]
    [InlineData("((a + 1) % 2) ^ 2 > 3", """{"op":">","args":[{"op":"^","args":[{"op":"%","args":[{"op":"+","args":[{"property":"a"},1]},2]},2]},3]}""")]
    [InlineData("S_INTERSECTS(geom,BBOX(105.5,9.2,106.3,9.9))", """{"op":"s_intersects","args":[{"property":"geom"},{"bbox":[105.5,9.2,106.3,9.9]}]}""")]
    public void Text_means_what_its_JSON_says(string text, string json)
    {
        var tree = Cql2Text.Parse(text);
        Assert.Equal(json, Cql2Json.Write(tree));
        Assert.Equal(json, Cql2Json.Write(Cql2Text.Parse(Cql2Text.Write(tree))));
    }

    [Theory]
    [InlineData("a and not(b or c)and((d))", "a AND NOT (b OR c) AND d")]
    [InlineData("(a or b)and c", "(a OR b) AND c")]
    [InlineData("a not between 1 and(2)", "NOT (a BETWEEN 1 AND 2)")]
    [InlineData("1-(2-3)-4", "1 - (2 - 3) - 4")]
    [InlineData("(1+2)*3/(4*5)", "(1 + 2) * 3 / (4 * 5)")]
    [InlineData("(2^3)^(1+1)", "(2 ^ 3) ^ (1 + 1)")]
    [InlineData("\"a b\"=\"abc\" and \"Like\"=\"đất\"", "\"a b\" = abc AND \"Like\" = đất")]
    [InlineData("x='\\'\\\\'", "x = '''\\\\'")]
    [InlineData("casei(a)like accenti(casei('x'))", "CASEI(a) LIKE ACCENTI(CASEI('x'))")]
    [InlineData("a ilike 'x' or b in('y',.5)", "CASEI(a) LIKE CASEI('x') OR b IN ('y', 0.5)")]
    [InlineData("7 DIV 2=3 and foo()", "7 DIV 2 = 3 AND foo()")]
    [InlineData("t_after(interval('','2024-01-01T00:00:00+07:00'),d)", "T_AFTER(INTERVAL('..', '2023-12-31T17:00:00Z'), d)")]
    [InlineData("s_within(g,multipoint z(1 2 3,4 5 6))", "S_WITHIN(g, MULTIPOINT Z ((1 2 3), (4 5 6)))")]
    [InlineData("s_within(g,geometrycollection(point(1 2)))", "S_WITHIN(g, GEOMETRYCOLLECTION(POINT(1 2)))")]
    public void A_filter_is_written_in_one_canonical_way(string text, string canonical)
    {
        Assert.Equal(canonical, Cql2Text.Write(Cql2Text.Parse(text)));
        Assert.Equal(canonical, Cql2Text.Write(Cql2Text.Parse(canonical)));
    }

    [Fact]
    public void What_is_written_does_not_hang_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");
            Assert.Equal("a > 1234.5", Cql2Text.Write(Cql2Text.Parse("a > 1234.5")));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>
/// No text of a client reaches SQL (robustness.md V3): each operator and function with each hostile literal finds what a plain list in memory
/// finds; and the statement is the one that any other literal makes, which PostgreSQL's driver tells and which both stores build alike.
/// </summary>
public sealed class SqlTextsTests
{
    private const string Tame = "Sóc Trăng";

    private static readonly LayerDefinition Hostile = GeoPackageSamples.Definition(
        "hostile", GeometryKind.None, CoordinateSystems.Crs84, new PropertyDefinition("name", PropertyType.Text), new PropertyDefinition("n", PropertyType.Integer));

    private static readonly IReadOnlyList<Feature> Rows = [.. HostileTexts.All.Append(Tame).Append("").Select((text, i) => new Feature(i + 1, null, [text.Normalize(), (long)i]))];

    /// <summary>Filters with a place for a literal, and what each means of a name and the literal.</summary>
    private static readonly IReadOnlyDictionary<string, Func<string, string, bool>> Meanings = new Dictionary<string, Func<string, string, bool>>
    {
        ["name = {0}"] = (name, text) => name == text,
        ["{0} = name"] = (name, text) => name == text,
        ["name <> {0}"] = (name, text) => name != text,
        ["NOT (name = {0})"] = (name, text) => name != text,
        ["name < {0}"] = (name, text) => Order(name, text) < 0,
        ["name >= {0}"] = (name, text) => Order(name, text) >= 0,
        ["{0} > name"] = (name, text) => Order(name, text) < 0,
        ["{0} <= name"] = (name, text) => Order(name, text) >= 0,
        ["name IN ({0}, 'Sóc Trăng')"] = (name, text) => name == text || name == Tame,
        ["name NOT IN ({0})"] = (name, text) => name != text,
        ["name BETWEEN {0} AND {0}"] = (name, text) => name == text,
        ["name IS NOT NULL AND name = {0} OR n < 0"] = (name, text) => name == text,
        ["name LIKE {0}"] = Fits,
        ["name NOT LIKE {0}"] = (name, text) => !Fits(name, text),
        ["CASEI(name) = CASEI({0})"] = (name, text) => Folded(name) == Folded(text),
        ["upper(name) = upper({0})"] = (name, text) => Upper(name) == Upper(text),
        ["lower(name) = lower({0})"] = (name, text) => Lower(name) == Lower(text),
        ["length(name) = length({0})"] = (name, text) => name.EnumerateRunes().Count() == text.EnumerateRunes().Count(),
        ["A_CONTAINS((name, 'x'), ({0}))"] = (name, text) => name == text || text == "x",
        ["A_OVERLAPS((name), ({0}))"] = (name, text) => name == text,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_GeoPackage_hostile_literals_find_what_a_list_in_memory_finds()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("hostile.gpkg"));
        await CheckAsync(store);
    }

    [Fact]
    public async Task In_PostGIS_they_do_too_and_make_one_statement_for_each_form_of_filter()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        using var statements = new Statements(database.Name);
        await CheckAsync(store, statements);
    }

    // Forms that take no text: the literal is refused with its place, by the filter's own types, before any store is asked.
    [Theory]
    [InlineData("n = {0}")]
    [InlineData("n + {0} > 1")]
    [InlineData("n BETWEEN 1 AND {0}")]
    [InlineData("n IN (1, {0})")]
    [InlineData("abs({0}) = 1")]
    [InlineData("n = 1 AND {0}")]
    [InlineData("NOT {0}")]
    [InlineData("T_AFTER(INTERVAL('2020-01-01', '..'), {0})")]
    public void A_text_where_none_may_stand_is_refused_with_its_place(string form)
    {
        foreach (var text in HostileTexts.All.Where(t => t is not ("true" or "1e999" or "NaN")))
        {
            var fault = Assert.Throws<FilterException>(() => Bound(form, text));
            Assert.Equal(form.IndexOf("{0}", StringComparison.Ordinal), fault.Place.Position);
        }
    }

    private static async Task CheckAsync(IFeatureStore store, Statements? statements = null)
    {
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Hostile, Rows.ToAsyncEnumerable())] }, Cancel);
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync(Hostile.Id, Cancel));
        foreach (var (form, meaning) in Meanings)
        {
            statements?.Clear();
            foreach (var text in HostileTexts.All)
            {
                var found = await store.ReadAsync(layer, new FeatureQuery { Filter = Bound(form, text) }, Cancel).Select(f => f.Id).ToListAsync(Cancel);
                Assert.Equal((form, text, string.Join(',', Rows.Where(r => meaning((string)r.Values[0]!, text.Normalize())).Select(r => r.Id))), (form, text, string.Join(',', found)));
            }
            if (statements is not null)
                Assert.Single(statements.Selects());
        }
        Assert.Equal(Rows.Count, await store.CountAsync(layer, FeatureQuery.All, Cancel));
    }

    private static FilterExpression Bound(string form, string text)
    {
        var literal = Cql2Text.Write(new Literal(text, FilterPlace.At(0)));
        return FilterBinder.Bind(Cql2Text.Parse(form.Replace("{0}", literal, StringComparison.Ordinal)), Hostile, CoordinateSystems.Crs84);
    }

    private static int Order(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

    // A pattern by the regular expression that means the same.
    private static bool Fits(string name, string pattern) => Regex.IsMatch(
        name,
        $@"\A{Regex.Replace(pattern, @"\\(.)|(%)|(_)|(.)", m => m.Groups[2].Success ? ".*" : m.Groups[3].Success ? @"(?:[\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff])" : Regex.Escape(m.Groups[1].Success ? m.Groups[1].Value : m.Value), RegexOptions.Singleline)}\z",
        RegexOptions.Singleline);

    private static string Upper(string text) => text.ToUpperInvariant();

    private static string Lower(string text) => text.ToLowerInvariant();

    // All that folds among these texts: the cases of letters, and the sharp s.
    private static string Folded(string text) => Lower(text).Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>The statements that Npgsql sends to one database.</summary>
    private sealed class Statements : IDisposable
    {
        private readonly ActivityListener _listener;
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

        public Statements(string database)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Keep(activity, database),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public void Clear()
        {
            lock (_texts)
                _texts.Clear();
        }

        /// <summary>Those that read the layer's table.</summary>
        public IReadOnlyList<string> Selects()
        {
            lock (_texts)
                return [.. _texts.Where(t => t.Contains("hostile@1", StringComparison.Ordinal))];
        }

        public void Dispose() => _listener.Dispose();

        private void Keep(Activity activity, string database)
        {
            var tags = activity.TagObjects.Select(t => t.Value?.ToString() ?? "").ToList();
            if (!tags.Contains(database))
                return;
            lock (_texts)
                _texts.UnionWith(tags.Where(t => t.Contains("SELECT", StringComparison.Ordinal)));
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>
/// The parameters <c>properties</c>, <c>exclude-properties</c> (draft of OGC API - Features Part 6), <c>skip-geometry</c> and <c>zoom-level</c> (draft of Part 7). The
/// geometry is a property named <c>geometry</c> like any other; the id always stays, as features could not be told apart without it.
/// </summary>
/// <param name="Properties">Indexes of the properties that are wanted, in the layer's order.</param>
/// <param name="HasGeometry">Whether geometries are wanted.</param>
/// <param name="ToleranceMetres">How far simplified lines may lie from the stored ones; 0 = not simplified.</param>
internal sealed record PropertySelection(IReadOnlyList<int> Properties, bool HasGeometry, double ToleranceMetres)
{
    /// <summary>Names of the parameters.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["properties", "exclude-properties", "skip-geometry", "zoom-level"];

    /// <summary>Half a pixel of the whole world on one tile of 256 pixels, in metres at the equator; each zoom level halves it.</summary>
    private const double ToleranceAtZoomZero = 40_075_016.685578488 / 256 / 2;

    private const int DeepestZoom = 24;

    private static readonly ConditionalWeakTable<LayerDefinition, PropertySelection> Everything = [];

    private static readonly BilingualText TrueOrFalse = new("true hoặc false", "true or false");
    private static readonly BilingualText ZoomAllowed = new($"một số nguyên từ 0 đến {DeepestZoom}", $"an integer from 0 to {DeepestZoom}");
    private static readonly BilingualText Alone = new("khi không có properties", "only without properties");

    /// <summary>Reads the parameters; whatever is wrong is added to the request's faults.</summary>
    public static PropertySelection Read(ApiRequest request, LayerDefinition layer)
    {
        if (!Parameters.Any(p => request.Parameter(p) is not null))
            return Everything.GetValue(layer, static l => new([.. Enumerable.Range(0, l.Properties.Count)], HasGeometry: true, ToleranceMetres: 0));
        string[] known = [LayerSchema.Id, LayerSchema.Geometry, .. layer.Properties.Select(p => p.Name)];
        BilingualText Allowed() => new($"các tên {string.Join(", ", known)}, cách nhau bằng dấu phẩy", $"names among {string.Join(", ", known)}, separated by commas");
        var named = request.Read("properties", text => Names(text, known), Allowed);
        var excluded = request.Read("exclude-properties", text => Names(text, known), Allowed);
        if (request.Parameter("properties") is not null && request.Parameter("exclude-properties") is { } other)
            request.Faults.Add(new ParameterFault("exclude-properties", other, Alone));
        var skipsGeometry = request.ReadValue("skip-geometry", TruthOf, TrueOrFalse) ?? false;
        var zoom = request.ReadValue("zoom-level", ZoomOf, ZoomAllowed);
        bool IsWanted(string name) => named?.Contains(name) ?? excluded?.Contains(name) != true;
        return new([.. layer.Properties.Index().Where(p => IsWanted(p.Item.Name)).Select(p => p.Index)], IsWanted(LayerSchema.Geometry) && !skipsGeometry, zoom is { } level ? ToleranceAtZoomZero / (1 << level) : 0);
    }

    /// <summary>The layer as this selection shows it in a system.</summary>
    public LayerView ViewOf(LayerDefinition layer, CoordinateSystem system) => new(layer, system, Properties, HasGeometry, ToleranceMetres);

    private static HashSet<string>? Names(string text, string[] known)
    {
        var names = text.Split(',').ToHashSet(StringComparer.Ordinal);
        return names.IsSubsetOf(known) ? names : null;
    }

    private static int? ZoomOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var zoom) && zoom <= DeepestZoom ? zoom : null;

    /// <summary>A truth value; null for any other text.</summary>
    public static bool? TruthOf(string text) => text switch { "true" => true, "false" => false, _ => null };
}

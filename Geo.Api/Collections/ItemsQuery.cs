using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>What a request for items asks for.</summary>
/// <param name="Conditions">The features wanted, from the start of the page.</param>
/// <param name="PageSize">Most features on the page.</param>
/// <param name="Canonical">The conditions as a text that is equal for equal queries; without page size, cursor, format and system.</param>
internal sealed record ItemsQuery(FeatureQuery Conditions, int PageSize, string Canonical)
{
    /// <summary>Names of its parameters, beside those of every resource and the properties of the layer; each stands in openapi.json.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["limit", "offset", "cursor", "bbox", "bbox-crs", "crs", "datetime", .. FilterParameter.Names, "q", "sortby", "resultType", .. PropertySelection.Parameters, "bom"];

    /// <summary>Those that choose features and what of them comes, without those of pages.</summary>
    public static IReadOnlyList<string> ConditionParameters { get; } = [.. Parameters.Except(["limit", "offset", "cursor", "resultType"])];

    private static readonly string[] Reserved = ["f", "lang", .. Parameters];

    private static readonly ConditionalWeakTable<LayerDefinition, IReadOnlyList<PropertyDefinition>> FilterableOf = [];

    private const int FarthestOffset = 1_000_000_000;

    private static readonly BilingualText LimitAllowed = new("một số nguyên từ 1", "an integer of at least 1");
    private static readonly BilingualText OffsetAllowed = new("một số nguyên từ 0, không cùng với cursor", "an integer of at least 0, not together with cursor");
    private static readonly BilingualText SearchAllowed = new(
        "từ hoặc cụm từ, các lựa chọn cách nhau bằng dấu phẩy, ví dụ: sóc trăng,vĩnh châu", "words or phrases, alternatives separated by commas, such as: sóc trăng,vĩnh châu");
    private static readonly BilingualText MarkAllowed = new("true hoặc false, chỉ với f=csv", "true or false, only with f=csv");
    private static readonly BilingualText ResultTypeAllowed = new("hits hoặc results", "hits or results");

    /// <summary>The order of the features.</summary>
    public required FeatureOrder Order { get; init; }

    /// <summary>The system the coordinates are to come in.</summary>
    public required CoordinateSystem Crs { get; init; }

    /// <summary>What of each feature is wanted.</summary>
    public required PropertySelection Selection { get; init; }

    /// <summary>Features to pass over before the page, for clients that count instead of following <c>next</c>; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>A feature that lies before the page and how many to pass over from there instead of <see cref="Offset"/>; null where nothing is known.</summary>
    public (long Id, int Offset)? SetsOutAfter { get; init; }

    /// <summary>Whether CSV is to begin with the mark by which Excel knows UTF-8.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Whether only the number of matching features is wanted.</summary>
    public bool IsHits { get; init; }

    /// <summary>Whether any condition narrows the layer.</summary>
    public bool IsFiltered => Conditions.Boxes is not null || Conditions.Time is not null || Conditions.PropertyEquals.Count > 0 || Conditions.Filter is not null || Conditions.Search is not null;

    /// <summary>The cursor of the page after a feature.</summary>
    public string CursorAfter(Feature last) => new PageCursor(last.Id, Order.ValuesOf(last)).Write(Sealed(Canonical, Crs));

    /// <summary>The cursor of this very page for another system, in which a map draws it; null for a first page and for one by offset.</summary>
    public string? CursorIn(CoordinateSystem system) =>
        Conditions.AfterId is { } id ? new PageCursor(id, Conditions.AfterValues, Conditions.IsReversed).Write(Sealed(Canonical, system)) : null;

    /// <summary>The parameters of the page before this one; null when this is the first.</summary>
    public (string? Cursor, string? Offset)? Previous => this switch
    {
        { Conditions: { IsReversed: false, AfterId: { } id } } => (new PageCursor(id, Conditions.AfterValues, IsUpTo: true).Write(Sealed(Canonical, Crs)), null),
        { Offset: > 0 } => (null, Offset > PageSize ? (Offset - PageSize).ToString(CultureInfo.InvariantCulture) : null),
        _ => null,
    };

    /// <summary>The properties of a layer that can be asked for by name; those named like a parameter of the standard cannot.</summary>
    public static IReadOnlyList<PropertyDefinition> Filterable(LayerDefinition layer) => FilterableOf.GetValue(layer, l => [.. l.Properties.Where(p => !Reserved.Contains(p.Name))]);

    /// <summary>What is wrong with the names of parameters and with the form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="layer">Its layer, whose properties are parameters too.</param>
    /// <param name="forms">Forms of the resource.</param>
    /// <param name="names">Those of <see cref="Parameters"/> that the resource takes.</param>
    public static IEnumerable<ParameterFault> JudgeParameters(ApiRequest request, LayerDefinition layer, IReadOnlyList<Representation> forms, IReadOnlyList<string> names) =>
        ResourceRoutes.JudgeParameters(request.Http.Request, forms, [.. names, .. Filterable(layer).Select(p => p.Name)]);

    /// <summary>Reads the parameters; whatever is wrong is added to the request's faults, and the result is then not to be used.</summary>
    public static ItemsQuery Parse(ApiRequest request, LayerDefinition layer, int mostOnPage)
    {
        var filterable = Filterable(layer);
        var crs = request.Read("crs", CrsParameter.Parse, CrsParameter.Allowed) ?? CoordinateSystems.Crs84;
        var sorted = request.Read("sortby", text => SortbyParameter.Parse(text, layer), () => SortbyParameter.Allowed(layer)) ?? [];
        var conditions = ConditionsOf(request, filterable) with { SortBy = sorted, Filter = FilterParameter.Read(request, layer), Search = request.Read("q", TextSearch.Parse, SearchAllowed) };
        var pageSize = request.ReadValue("limit", text => Whole(text, 1, mostOnPage), LimitAllowed) ?? Math.Min(request.Options.DefaultPageSize, mostOnPage);
        var canonical = string.Join('\n', [CanonicalOf(layer.Id, conditions), .. FilterParameter.Names.Append("q").Select(n => $"{n} {request.Parameter(n)}")]);
        var types = sorted.Select(k => layer.Properties.First(p => p.Name == k.Property).Type).ToList();
        var after = request.Read("cursor", text => PageCursor.Parse(text, Sealed(canonical, crs), types), PageCursor.Allowed);
        return new ItemsQuery(conditions with { AfterId = after?.Id, AfterValues = after?.Values ?? [], IsReversed = after?.IsUpTo == true }, pageSize, canonical)
        {
            Order = new FeatureOrder(layer, sorted),
            Crs = crs,
            Selection = PropertySelection.Read(request, layer),
            Offset = request.ReadValue("offset", text => request.Parameter("cursor") is null ? Whole(text, 0, FarthestOffset) : null, OffsetAllowed) ?? 0,
            HasByteOrderMark = request.ReadValue("bom", text => request.Form.Key == "csv" ? PropertySelection.TruthOf(text) : null, MarkAllowed) ?? false,
            IsHits = request.Read("resultType", text => text is "hits" or "results" ? text : null, ResultTypeAllowed) == "hits",
        };
    }

    private static FeatureQuery ConditionsOf(ApiRequest request, IReadOnlyList<PropertyDefinition> filterable)
    {
        var boxCrs = request.Parameter("bbox-crs") is null ? CoordinateSystems.Crs84 : request.Read("bbox-crs", CrsParameter.Parse, CrsParameter.Allowed);
        return new FeatureQuery
        {
            Boxes = boxCrs is null ? null : request.Read("bbox", text => BoxParameter.Parse(text, boxCrs), BoxParameter.Allowed(boxCrs)),
            BoxSystem = boxCrs ?? CoordinateSystems.Crs84,
            Time = request.ReadValue("datetime", DatetimeParameter.Parse, DatetimeParameter.Allowed),
            PropertyEquals = [.. Equalities(request, filterable)],
        };
    }

    /// <summary>The properties asked for by name and the values they must have; faults are added to the request.</summary>
    public static IEnumerable<(string Property, object Value)> Equalities(ApiRequest request, IReadOnlyList<PropertyDefinition> filterable)
    {
        foreach (var property in filterable)
        {
            if (request.Read(property.Name, text => PropertyValue.Parse(text, property.Type), PropertyValue.Allowed(property.Type)) is { } value)
                yield return (property.Name, value);
        }
    }

    /// <summary>A whole number of at least <paramref name="least"/>, clamped to <paramref name="most"/> however long it is; null when it is none.</summary>
    private static int? Whole(string text, int least, int most)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        var digits = text.TrimStart('0');
        var number = digits.Length > 9 ? most : Math.Min(most, int.Parse("0" + digits, CultureInfo.InvariantCulture));
        return number < least ? null : number;
    }

    /// <summary>What a cursor belongs to: the conditions, and the system that the client pages through them in.</summary>
    private static string Sealed(string canonical, CoordinateSystem system) => $"{system.Uri}\n{canonical}";

    private static string CanonicalOf(string layerId, FeatureQuery conditions) => string.Join('\n', [
        layerId,
        .. (conditions.Boxes ?? []).Select(b => string.Create(CultureInfo.InvariantCulture, $"bbox {conditions.BoxSystem.Code} {b.MinX:R} {b.MinY:R} {b.MaxX:R} {b.MaxY:R}")),
        conditions.Time is { } time ? string.Create(CultureInfo.InvariantCulture, $"time {time.Start?.Ticks} {time.End?.Ticks}") : "",
        .. conditions.SortBy.Select(k => $"sort {k.Descending} {k.Property}"),
        .. conditions.PropertyEquals.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Property}={p.Value}")),
    ]);
}

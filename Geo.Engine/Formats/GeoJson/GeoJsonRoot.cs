using System.Text.Json;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>The members of a GeoJSON file's root object, one by one.</summary>
internal sealed class GeoJsonRoot(JsonFile file)
{
    private string? _type;
    private long _typeOffset;
    private bool _hasFeatures;

    /// <summary>True where <see cref="NextMemberAsync"/> has stopped before the array of features.</summary>
    public bool IsAtFeatures { get; private set; }

    /// <summary>The system of the <c>crs</c> member; null without one.</summary>
    public CoordinateSystem? System { get; private set; }

    /// <summary>True when the root is no collection but one feature or one geometry.</summary>
    public bool IsFeatureOrGeometry { get; private set; }

    /// <summary>Reads the opening bracket.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        if (!await file.NextTextAsync(cancellation))
            throw file.Refusal(file.TextOffset, "the file holds nothing but blanks");
        var token = await file.ReadAsync(cancellation);
        if (token != JsonTokenType.StartObject)
            throw file.Refusal(file.Offset, $"the root of GeoJSON is an object, this is {JsonWords.Of(token).En}");
    }

    /// <summary>Reads the next member, or stops before the features; false behind the last.</summary>
    public async ValueTask<bool> NextMemberAsync(CancellationToken cancellation)
    {
        IsAtFeatures = false;
        if (await file.ReadAsync(cancellation) != JsonTokenType.PropertyName)
            return false;
        switch (file.Text)
        {
            case "features":
                IsAtFeatures = true;
                break;
            case "type":
                await ReadTypeAsync(cancellation);
                break;
            case "crs":
                await ReadSystemAsync(cancellation);
                break;
            default:
                await file.ReadValueAsync(cancellation);
                break;
        }

        return true;
    }

    /// <summary>Reads the bracket that opens the features.</summary>
    public async ValueTask BeginFeaturesAsync(CancellationToken cancellation)
    {
        var token = await file.ReadAsync(cancellation);
        if (token != JsonTokenType.StartArray)
            throw file.Refusal(file.Offset, $"/features is {JsonWords.Of(token).En} instead of an array");
        if (_hasFeatures)
            throw file.Refusal(file.Offset, "the member 'features' is given twice");
        _hasFeatures = true;
    }

    /// <summary>Checks that nothing follows and that the root is something known.</summary>
    public async ValueTask EndAsync(CancellationToken cancellation)
    {
        if (await file.NextTextAsync(cancellation))
            throw file.Refusal(file.TextOffset, "there is more text after the end of the root object; a sequence of features needs the ending .geojsonl, .geojsons or .ndjson");
        if (_type is null)
            throw file.Refusal(0, "the member 'type' is missing; it is \"FeatureCollection\", \"Feature\" or the name of a geometry");
        IsFeatureOrGeometry = _type == "Feature" || GeoJsonMembers.KindOf(_type) is not null;
        if (!IsFeatureOrGeometry && _type != "FeatureCollection")
            throw file.Refusal(_typeOffset, $"/type is \"{JsonWords.Shorten(_type)}\"; known are FeatureCollection, Feature and the seven geometries");
        if (IsFeatureOrGeometry == _hasFeatures)
            throw file.Refusal(_typeOffset, _hasFeatures ? $"a {_type} has no member 'features'" : "the FeatureCollection has no member 'features'");
    }

    private async ValueTask ReadTypeAsync(CancellationToken cancellation)
    {
        var token = await file.ReadAsync(cancellation);
        if (token != JsonTokenType.String)
            throw file.Refusal(file.Offset, $"/type is {JsonWords.Of(token).En} instead of a string");
        if (_type is not null)
            throw file.Refusal(file.Offset, "the member 'type' is given twice");
        (_type, _typeOffset) = (file.Text, file.Offset);
    }

    private async ValueTask ReadSystemAsync(CancellationToken cancellation)
    {
        if (await file.ReadValueAsync(cancellation) is not { } json)
            return;
        var (system, fault) = GeoJsonSystem.Read(json.Span);
        System = fault is null ? system : throw file.Refusal(file.Offset, "/crs " + fault);
    }
}

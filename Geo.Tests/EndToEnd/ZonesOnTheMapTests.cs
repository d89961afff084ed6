using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>What the map shows of the results: known pixels, switched themes, faded layers, shared addresses.</summary>
[Collection(MapCollection.Name)]
public sealed class ZonesOnTheMapTests(MapWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("aquaculture")]
    [InlineData("logistics")]
    [InlineData("5g")]
    public async Task A_place_inside_a_zone_has_the_colour_of_its_class(string theme)
    {
        var server = await world.ServerAsync(Cancellation);
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        var seen = 0;
        foreach (var suitability in new[] { "S1", "S2", "S3" })
        {
            if (await KnownPlaces.InAsync(server, theme, suitability, Cancellation) is not { } place)
                continue;
            await map.Page.GotoAsync("about:blank");
            await map.OpenAsync(OnlyZones(theme, place));
            using var picture = await map.PictureAsync();
            Assert.Equal(await KnownPlaces.ColourAsync(server, theme, suitability, Cancellation), picture.ColourAt(await map.PixelOfAsync(place.Longitude, place.Latitude)));
            seen++;
        }
        Assert.True(seen >= 2, $"only {seen} classes of {theme} have zones");
        map.AssertClean();
    }

    [Fact]
    public async Task Another_theme_has_its_own_zones_legend_and_inputs()
    {
        var server = await world.ServerAsync(Cancellation);
        var place = await KnownPlaces.InAsync(server, "aquaculture", "S1", Cancellation) ?? await KnownPlaces.InAsync(server, "aquaculture", "S2", Cancellation);
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync(OnlyZones("aquaculture", place!.Value));
        using var before = await map.PictureAsync();
        var legend = await map.Page.Locator(".legend").InnerTextAsync();

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Hậu cần, kho vận" }).ClickAsync();
        await map.IdleAsync();

        using var after = await map.PictureAsync();
        Assert.NotEqual(legend, await map.Page.Locator(".legend").InnerTextAsync());
        Assert.True(after.DifferenceTo(before) > 0.02);
        Assert.Contains("theme=logistics", await map.HashAsync(), StringComparison.Ordinal);
        Assert.Equal(["zones-logistics"], await map.Page.EvaluateAsync<string[]>("() => Object.keys(window.socTrangMap.map.getStyle().sources).filter(s => s.startsWith('zones-'))"));
        map.AssertClean();
    }

    [Fact]
    public async Task The_opacity_slider_works_by_keyboard_and_says_its_value()
    {
        var server = await world.ServerAsync(Cancellation);
        var place = (await KnownPlaces.InAsync(server, "aquaculture", "S2", Cancellation))!.Value;
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync(OnlyZones("aquaculture", place));
        var pixel = await map.PixelOfAsync(place.Longitude, place.Latitude);
        using var full = await map.PictureAsync();

        var slider = map.Page.GetByRole(AriaRole.Slider).First;
        await slider.FocusAsync();
        for (var press = 0; press < 10; press++)
            await map.Page.Keyboard.PressAsync("ArrowLeft");
        await map.IdleAsync();

        using var faded = await map.PictureAsync();
        Assert.Equal("50%", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Contains("layers=zones:50", await map.HashAsync(), StringComparison.Ordinal);
        AssertHalfWay(full.ColourAt(pixel), "#d3e3e8", faded.ColourAt(pixel));
        map.AssertClean();
    }

    [Fact]
    public async Task A_shared_address_shows_the_same_picture()
    {
        await using var first = await world.NewPageAsync(cancellation: Cancellation);
        await first.OpenAsync("map=10.20/9.55000/105.99000&theme=logistics&lang=en");
        await first.Page.GetByRole(AriaRole.Slider).First.PressAsync("Home");
        await first.IdleAsync();
        await using var second = await world.NewPageAsync(cancellation: Cancellation);
        await second.OpenAsync(await first.HashAsync());
        await first.Page.Mouse.MoveAsync(2, 2);
        await first.Page.EvaluateAsync("() => document.activeElement.blur()");
        await first.IdleAsync();
        using var one = await first.PictureAsync();
        using var other = await second.PictureAsync();
        Assert.InRange(one.DifferenceTo(other), 0, 0.001);
    }

    /// <summary>The zones alone, opaque, on bare sea, near enough that the place is many pixels from any border.</summary>
    private static string OnlyZones(string theme, (double Longitude, double Latitude, double Clearance) place)
    {
        var zoom = Math.Clamp(Math.Log2(6 * 360 / (512 * place.Clearance)), 9, 16);
        return string.Create(CultureInfo.InvariantCulture, $"map={zoom:F2}/{place.Latitude:F5}/{place.Longitude:F5}&theme={theme}&lang=vi&layers=zones:100");
    }

    /// <summary>Holds that a colour is the mean of two, to the rounding of the graphics card.</summary>
    private static void AssertHalfWay(string over, string ground, string seen)
    {
        for (var channel = 0; channel < 3; channel++)
            Assert.InRange(Byte(seen, channel) - ((Byte(over, channel) + Byte(ground, channel)) / 2.0), -1.5, 1.5);
    }

    private static int Byte(string colour, int channel) =>
        int.Parse(Regex.Match(colour, "#(..)(..)(..)").Groups[channel + 1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

using NetTopologySuite.Geometries;

namespace Geo.Tests.Data;

/// <summary>What the bundled layers must say of the province; figures as published (see data/README.md).</summary>
public sealed class BundleLayersTests
{
    // The middle of the province; areas on the grid are this much too small.
    private const double SquareScale = 0.99993 * 0.99993;

    [Fact]
    public void Eleven_districts_carry_the_census_of_2019()
    {
        var districts = Bundle.Features("districts");
        Assert.Equal(11, districts.Count);
        Assert.Equal(1_199_653, districts.Sum(d => d.Properties.GetProperty("pop_2019").GetInt32()));
        Assert.All(districts, d => Assert.Equal(
            d.Properties.GetProperty("pop_2019").GetInt32(),
            d.Properties.GetProperty("pop_urban_2019").GetInt32() + d.Properties.GetProperty("pop_rural_2019").GetInt32()));
        Assert.Equal(["945", "950", "951"], districts.Where(d => d.Properties.GetProperty("coastal").GetBoolean()).Select(d => d.Properties.GetProperty("unit_code").GetString()));
        Assert.All(districts, d => Assert.Equal("2025-06-30", d.Properties.GetProperty("valid_to").GetString()));
    }

    [Fact]
    public void Districts_are_within_six_percent_of_their_published_areas() =>
        Assert.All(Bundle.Features("districts"), d =>
        {
            var published = d.Properties.GetProperty("area_km2").GetDouble();
            Assert.InRange(d.Shape.Area / SquareScale / 1e6, 0.94 * published, 1.06 * published);
        });

    [Fact]
    public void Districts_neither_overlap_nor_leave_gaps_between_them()
    {
        var shapes = Bundle.Features("districts").Select(d => d.Shape).ToList();
        var whole = Bundle.Union("districts");
        Assert.InRange(shapes.Sum(s => s.Area) - whole.Area, -1, 1000);
        Assert.InRange(((Polygon)whole).Holes.Sum(h => new Polygon(h).Area), 0, 1000);
    }

    [Fact]
    public void Forty_three_communes_add_up_to_the_official_area_and_lie_in_the_province()
    {
        var communes = Bundle.Features("communes");
        Assert.Equal(43, communes.Count);
        Assert.Equal(3298.21, communes.Sum(c => c.Properties.GetProperty("area_km2").GetDouble()), 2);
        Assert.Equal(8, communes.Count(c => c.Properties.GetProperty("unit_type").GetString() == "phường"));
        var province = Bundle.Union("districts");
        Assert.All(communes, c => Assert.True(province.IsWithinDistance(c.Shape, 1500), c.Properties.GetProperty("name_vi").GetString()));
    }

    [Fact]
    public void Sea_bands_reach_three_and_six_nautical_miles_from_the_base_line()
    {
        var baseLine = Bundle.Union("coast", "estuary");
        var bands = Bundle.Features("sea-bands");
        Assert.Equal([3, 6], bands.Select(b => b.Properties.GetProperty("band_nm").GetInt32()));
        var (three, six) = (Distances(bands[0].Shape, baseLine), Distances(bands[1].Shape, baseLine));
        Assert.InRange(three.Max(), 5551, 5561);
        Assert.InRange(six.Max(), 11107, 11117);
        Assert.InRange(six.Min(), 5551, 5561);
        Assert.True(six.Count(d => Math.Abs(d - 11112) < 5) > 100, "few points of the outer edge lie on it");
        Assert.InRange(bands[0].Shape.Intersection(bands[1].Shape).Area, 0, 1000);
        Assert.InRange(bands[0].Shape.Intersection(baseLine).Area, 0, 1e5);
    }

    [Fact]
    public void The_river_reaches_the_sea_and_the_stations_lie_by_water()
    {
        var rivers = Bundle.Features("estuary").ToDictionary(f => f.Properties.GetProperty("river").GetString()!, f => f.Shape); // every river has a name
        var sea = Bundle.Features("sea-bands")[0].Shape;
        Assert.All(rivers.Values, river => Assert.InRange(river.Distance(sea), 0, 5));
        foreach (var station in Bundle.Features("salinity-stations").Where(s => s.Properties.GetProperty("water").GetString() is "sông Hậu" or "sông Mỹ Thanh"))
        {
            var river = rivers[station.Properties.GetProperty("water").GetString()!]; // filtered above
            // The banks are off by up to 500 m as well.
            var reach = 500 + (1000 * station.Properties.GetProperty("position_accuracy_km").GetDouble());
            Assert.True(river.IsWithinDistance(station.Shape, reach), station.Properties.GetProperty("station").GetString());
        }
    }

    [Fact]
    public void Sixteen_readings_of_two_days_have_a_highest_and_a_lowest_salinity()
    {
        var readings = Bundle.Features("salinity-stations");
        Assert.Equal(16, readings.Count);
        Assert.Equal(["2016-01-06", "2025-02-23"], readings.Select(r => r.Properties.GetProperty("date").GetString()).Distinct());
        Assert.All(readings, r => Assert.True(r.Properties.GetProperty("salinity_min_ppt").GetDouble() <= r.Properties.GetProperty("salinity_max_ppt").GetDouble()));
    }

    [Fact]
    public void Big_rivers_keep_to_the_water()
    {
        var water = Bundle.Union("estuary").Buffer(30);
        foreach (var line in Bundle.Features("waterways").Where(w => w.Properties.GetProperty("class").GetString() == "special"))
            Assert.InRange(line.Shape.Difference(water).Length / line.Shape.Length, 0, 0.01);
    }

    [Fact]
    public void Masts_stand_on_dry_ground_of_the_province()
    {
        var masts = Bundle.Features("masts");
        var ground = Bundle.Union("districts").Intersection(Bundle.Union("coast")).Difference(Bundle.Union("estuary")).Buffer(2);
        Assert.InRange(masts.Select(m => m.Properties.GetProperty("site").GetString()).Distinct().Count(), 80, 130);
        Assert.All(masts, m =>
        {
            Assert.True(ground.Contains(m.Shape), m.Properties.GetProperty("site").GetString());
            Assert.InRange(m.Properties.GetProperty("height_m").GetDouble(), 35, 45);
        });
    }

    [Theory]
    [InlineData("n28", 773.0, 35.05)] // the first block of the auctions, 768 to 778 MHz; 49 dBm - 10 log10(624) + 15 dBi - 1 dB
    [InlineData("n41", 2550.0, 34.35)] // 53 dBm - 10 log10(3276) + 17 dBi - 0.5 dB
    public void A_band_has_its_frequency_and_power_per_resource_element(string band, double megahertz, double dbm)
    {
        var carriers = Bundle.Features("masts").Where(m => m.Properties.GetProperty("band").GetString() == band).ToList();
        Assert.NotEmpty(carriers);
        Assert.All(carriers, m => Assert.Equal((megahertz, dbm), (m.Properties.GetProperty("frequency_mhz").GetDouble(), m.Properties.GetProperty("eirp_re_dbm").GetDouble())));
    }

    [Fact]
    public void Classes_and_states_are_those_of_the_glossary()
    {
        Assert.All(Bundle.Features("roads"), r => Assert.Contains(r.Properties.GetProperty("class").GetString(), (string[])["expressway", "national"]));
        Assert.All(Bundle.Features("waterways"), w => Assert.Contains(w.Properties.GetProperty("class").GetString(), (string[])["special", "I", "II", "III", "IV", "V", "VI"]));
        foreach (var layer in new[] { "roads", "waterways", "ports" })
            Assert.All(Bundle.Features(layer), f => Assert.Contains(f.Properties.GetProperty("state").GetString(), (string[])["existing", "planned"]));
    }

    private static List<double> Distances(Geometry band, Geometry baseLine)
    {
        var distance = new NetTopologySuite.Operation.Distance.IndexedFacetDistance(baseLine);
        // Metres of the grid to metres on the ground.
        return [.. band.Coordinates.Select(c => distance.Distance(band.Factory.CreatePoint(c)) / 0.99993)];
    }
}

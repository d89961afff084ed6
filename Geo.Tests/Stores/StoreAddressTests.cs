using Geo.Engine.Features;
using Geo.Engine.Stores;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;

namespace Geo.Tests.Stores;

public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("geopackage:var/soctrang.gpkg", "var/soctrang.gpkg")]
    [InlineData("GeoPackage: C:\\dữ liệu\\a b.gpkg", "C:\\dữ liệu\\a b.gpkg")]
    public async Task A_GeoPackage_is_named_by_its_path(string text, string path)
    {
        var address = Assert.IsType<StoreAddress.GeoPackageFile>(StoreAddress.Parse(text));
        Assert.Equal(path, address.Path);
        await using IFeatureStore store = FeatureStores.Create(address);
        Assert.Equal(path, Assert.IsType<GeoPackageStore>(store).Description);
    }

    [Fact]
    public async Task A_database_is_named_by_its_connection_string_and_never_shows_the_password()
    {
        var address = StoreAddress.Parse("postgis:Host=db;Port=5433;Database=gis;Username=me;Password=very secret");
        await using var store = Assert.IsType<PostGisStore>(FeatureStores.Create(address));
        Assert.Equal("postgis:Host=db;Port=5433;Database=gis", store.Description);
        Assert.Equal("postgis:Host=db;Port=5433;Database=gis", address.ToString());
    }

    [Theory]
    [InlineData("", "geopackage:FILE")]
    [InlineData("oracle:x", "geopackage:FILE")]
    [InlineData("data.gpkg", "geopackage:data.gpkg")]
    [InlineData("geopackage:", "names no file")]
    [InlineData("postgis:", "needs at least a host and a database")]
    [InlineData("postgis:Host=db", "needs at least a host and a database")]
    [InlineData("postgis:Host=db;Database=x;Passwort=secret", "cannot be read")]
    [InlineData("postgis:Host=db;Database=x;Port=many;Password=secret", "cannot be read")]
    public void What_cannot_be_understood_is_answered_with_what_is_allowed(string text, string part)
    {
        var fault = Assert.Throws<FormatException>(() => StoreAddress.Parse(text));
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }
}

using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Benchmarks.Serving;

/// <summary>
/// Synthetic parcels over Sóc Trăng, for measuring how a large layer is served and loaded: star-shaped polygons of 5 to 20 vertices, one in each cell of a
/// lattice, numbered map sheet by map sheet (20 x 20 parcels each) as a land register does. Each follows from its id and the number of all alone.
/// </summary>
/// <param name="count">How many, at least 1.</param>
internal sealed class Parcels(int count)
{
    private const int SheetSide = 20;
    private const int SheetParcels = SheetSide * SheetSide;
    private const double MetresPerDegree = 111_000;
    private static readonly Extent Province = new(105.53, 9.23, 106.28, 9.93);
    private static readonly DateOnly FirstDay = new(2004, 7, 1);
    private static readonly string[] LandUses = ["LUC", "LUK", "NTS", "CLN", "HNK", "ONT", "ODT", "RPH", "DGT", "SKC"];
    private static readonly string[] Things = ["Thửa ruộng", "Ao tôm", "Vườn", "Đất ở", "Ruộng muối", "Rừng phòng hộ", "Bờ kênh"];
    private static readonly string[] Hamlets = ["Hòa Mỹ", "Vĩnh Châu", "Mỹ Thanh", "Lai Hòa", "Trần Đề", "Đại Ân", "Cù Lao Dung", "Kế Sách", "Thạnh Trị", "Ngã Năm", "Khánh Hòa", "Lịch Hội Thượng"];

    private readonly int _sheetsInRow = (int)Math.Ceiling(Math.Sqrt(count / (double)SheetParcels));

    /// <summary>The layer.</summary>
    public static LayerDefinition Layer { get; } = new()
    {
        Id = "parcels",
        Title = new("Thửa đất giả định", "Synthetic parcels"),
        Description = new("Dữ liệu sinh ra để đo tốc độ, không phải thửa đất thật.", "Made to measure speed; no real parcels."),
        GeometryKind = GeometryKind.Polygon,
        System = CoordinateSystems.Crs84,
        Properties =
        [
            new("code", PropertyType.Text, new("Số thửa", "Code")),
            new("name", PropertyType.Text, new("Tên", "Name")),
            new("land_use", PropertyType.Text, new("Loại đất", "Land use")),
            new("area", PropertyType.Number, new("Diện tích", "Area"), "m2"),
            new("registered", PropertyType.Date, new("Ngày đăng ký", "Registered")),
        ],
        Provenance = new("SocTrangGeo, benchmarks/serving", "CC0-1.0", "SocTrangGeo", "2026", LayerStatus.Synthetic, null),
        TimeStartProperty = "registered",
    };

    /// <summary>All, in ascending order of id from 1.</summary>
    public IEnumerable<Feature> All() => Enumerable.Range(1, count).Select(Of);

    /// <summary>The parcel of an id.</summary>
    public Feature Of(int id)
    {
        var dice = new Dice((ulong)id);
        var (sheet, place) = Math.DivRem(id - 1, SheetParcels);
        var column = sheet % _sheetsInRow * SheetSide + place % SheetSide;
        var row = sheet / _sheetsInRow * SheetSide + place / SheetSide;
        var polygon = Star(column, row, ref dice);
        object?[] values =
        [
            FormattableString.Invariant($"ST-{sheet + 1:D4}-{place + 1:D3}"),
            FormattableString.Invariant($"{Things[dice.Below(Things.Length)]} ấp {Hamlets[dice.Below(Hamlets.Length)]} {1 + dice.Below(40)}"),
            LandUses[dice.Below(LandUses.Length)],
            Math.Round(polygon.Area * MetresPerDegree * MetresPerDegree * Math.Cos(polygon.Coordinate.Y * Math.PI / 180), 1),
            FirstDay.AddDays(dice.Below(7_000)),
        ];
        return new Feature(id, polygon, values);
    }

    // The vertices go around a point in the middle of the cell, as far from it as chance has it, but never out of the cell.
    private Polygon Star(int column, int row, ref Dice dice)
    {
        var side = _sheetsInRow * SheetSide;
        var (width, height) = (Province.Width / side, Province.Height / side);
        var (x, y) = (Province.MinX + ((column + 0.5) * width), Province.MinY + ((row + 0.5) * height));
        var vertices = 5 + dice.Below(16);
        var ring = new Coordinate[vertices + 1];
        for (var i = 0; i < vertices; i++)
        {
            var (angle, reach) = (2 * Math.PI * (i + 0.8 * dice.Unit()) / vertices, 0.35 + 0.13 * dice.Unit());
            ring[i] = new Coordinate(x + (reach * width * Math.Cos(angle)), y + (reach * height * Math.Sin(angle)));
        }
        ring[vertices] = ring[0].Copy();
        return GeometryFactory.Default.CreatePolygon(ring);
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014): seeded by the id, so that each parcel is made alone.</summary>
    private struct Dice(ulong seed)
    {
        private ulong _state = seed * 0xD1342543DE82EF95;

        public int Below(int limit) => (int)(Unit() * limit);

        public double Unit()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}

using System.Buffers;
using BenchmarkDotNet.Attributes;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using NetTopologySuite.Geometries;

namespace Geo.Benchmarks.Serving;

/// <summary>A thousand parcels of eleven vertices as GeoJSON, beside their ordinates written one by one without anything around them.</summary>
[MemoryDiagnoser]
public class GeometryTextBenchmark : IDisposable
{
    private const int Parcels = 1000;
    private const int Vertices = 11;
    private const int Decimals = 7;

    private readonly byte[][] wkb = new byte[Parcels][];
    private readonly double[] ordinates = new double[Parcels * Vertices * 2];
    private readonly byte[] digits = new byte[Parcels * Vertices * 2 * FixedDecimals.Longest];
    private readonly PooledBuffer text = new(1 << 20);
    private GeoJsonGeometryWriter writer = null!; // made by Setup

    /// <summary>Makes the parcels, from a seed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260701);
        for (var parcel = 0; parcel < Parcels; parcel++)
        {
            var ring = Enumerable.Range(0, Vertices - 1).Select(_ => new Coordinate(105.5 + random.NextDouble(), 9.2 + random.NextDouble())).ToList();
            var bytes = new ArrayBufferWriter<byte>();
            CanonicalWkb.Write(GeometryFactory.Default.CreatePolygon([.. ring, ring[0]]), bytes);
            wkb[parcel] = bytes.WrittenSpan.ToArray();
            for (var vertex = 0; vertex < Vertices; vertex++)
                (ordinates[(parcel * Vertices + vertex) * 2], ordinates[(parcel * Vertices + vertex) * 2 + 1]) = (ring[vertex % ring.Count].X, ring[vertex % ring.Count].Y);
        }
        writer = new GeoJsonGeometryWriter(isNorthFirst: false, Decimals, text);
    }

    /// <summary>The ordinates alone, each by itself.</summary>
    [Benchmark(Baseline = true)]
    public int OrdinatesOneByOne()
    {
        var length = 0;
        foreach (var ordinate in ordinates)
            length += FixedDecimals.Write(ordinate, Decimals, digits.AsSpan(length));
        return length;
    }

    /// <summary>The polygons from well-known binary.</summary>
    [Benchmark]
    public int Polygons()
    {
        text.Clear();
        foreach (var polygon in wkb)
            writer.Write(polygon);
        return text.Count;
    }

    /// <summary>Gives the buffer back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        text.Dispose();
        GC.SuppressFinalize(this);
    }
}

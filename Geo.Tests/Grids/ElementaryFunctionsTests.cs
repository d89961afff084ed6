using System.Runtime.Intrinsics;
using CsCheck;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class ElementaryFunctionsTests
{
    private static readonly Gen<double[]> Eight = Gen.Double[-700, 700].Array[8];

    [Fact]
    public void Powers_and_logarithms_are_those_of_the_library_within_a_few_units_in_the_last_place()
    {
        Eight.Sample(exponents =>
        {
            var powers = ElementaryFunctions.Exp(Vector512.Create<double>(exponents));
            var octaves = ElementaryFunctions.Log2(powers);
            for (var lane = 0; lane < exponents.Length; lane++)
            {
                Assert.Equal(1, powers[lane] / Math.Exp(exponents[lane]), 1e-15);
                Assert.Equal(Math.Log2(powers[lane]), octaves[lane], 4e-16 * Math.Max(1, Math.Abs(octaves[lane])));
            }
        });
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-745.2, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Powers_end_as_they_should_whatever_the_lanes_beside(double exponent, double power)
    {
        Assert.Equal(power, ElementaryFunctions.Exp(Vector512.Create(1.0).WithElement(3, exponent))[3]);
        Assert.Equal(power, ElementaryFunctions.Exp(Vector512.Create(exponent))[7]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(5e-324, -1074)]
    [InlineData(8, 3)]
    [InlineData(1e-3, -9.965784284662087)]
    public void Logarithms_end_as_they_should_whatever_the_lanes_beside(double number, double octaves)
    {
        Assert.Equal(octaves, ElementaryFunctions.Log2(Vector512.Create(2.0).WithElement(3, number))[3], 1e-14);
        Assert.Equal(octaves, ElementaryFunctions.Log2(Vector512.Create(number))[7], 1e-14);
    }
}

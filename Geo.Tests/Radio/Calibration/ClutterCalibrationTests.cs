using CsCheck;
using Geo.Engine.Radio.Calibration;

namespace Geo.Tests.Radio.Calibration;

public sealed class ClutterCalibrationTests
{
    private static readonly CalibrationSettings Small = new() { Folds = 2, BlockMetres = 1_000, LeastSamples = 2 };

    [Fact]
    public void Three_samples_give_what_is_worked_out_by_hand()
    {
        // Class 1 is off by 2 and by 4 dB in two blocks, class 2 by -3 in the second: offsets 3 and, for want of samples, the mean of all, 1.
        var result = ClutterCalibration.Fit([Sample(100, 1, 2), Sample(1_100, 1, 4), Sample(1_200, 2, -3)], Small);
        Assert.Equal([(1, 2, true), (2, 1, false)], result.Classes.Select(c => (c.Clutter, c.Samples, c.IsOwn)));
        Assert.Equal((3.0, 1.0, 1.0), (result.OffsetOf(1), result.OffsetOf(2), result.OffsetOf(9)));
        Assert.Equal(Math.Sqrt(29.0 / 3), result.RmseBeforeDb, 1e-12);
        Assert.Equal(Math.Sqrt(18.0 / 3), result.RmseAfterDb, 1e-12);
        // The first block is judged by 4 and -3 (mean 0.5), the second by 2: errors 1.5, 2 and -5.
        Assert.Equal(Math.Sqrt(31.25 / 3), result.RmseCrossValidatedDb, 1e-12);
        Assert.Equal((3, 2), (result.Samples, result.Blocks));
    }

    [Fact]
    public void Known_offsets_come_back_out_of_noise_and_the_order_of_the_lines_decides_nothing() =>
        Gen.Select(Gen.Double[-12, 12], Gen.Double[-12, 12], Gen.Int[0, 100_000]).Sample((first, second, seed) =>
        {
            var random = new Random(seed);
            double Noise() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6; // sigma 1
            var samples = Enumerable.Range(0, 600).Select(i => Sample(random.NextDouble() * 20_000, 1 + (i % 2), (i % 2 == 0 ? first : second) + Noise())).ToArray();
            var result = ClutterCalibration.Fit(samples, new CalibrationSettings());
            Assert.Equal(first, result.OffsetOf(1), 0.3);
            Assert.Equal(second, result.OffsetOf(2), 0.3);
            Assert.InRange(result.RmseAfterDb, 0.8, 1.2);
            Assert.InRange(result.RmseCrossValidatedDb, result.RmseAfterDb, 1.25);
            random.Shuffle(samples);
            var again = ClutterCalibration.Fit(samples, new CalibrationSettings());
            Assert.Equal(result.Classes, again.Classes);
            Assert.Equal((result.RmseBeforeDb, result.RmseAfterDb, result.RmseCrossValidatedDb), (again.RmseBeforeDb, again.RmseAfterDb, again.RmseCrossValidatedDb));
        }, iter: 30);

    [Fact]
    public void Where_there_is_nothing_to_learn_cross_validation_says_so()
    {
        // Each block has an error of its own: an offset helps on the samples that made it, and on no others.
        var samples = Enumerable.Range(0, 40).SelectMany(block => Enumerable.Range(0, 5).Select(i => Sample((block * 1_000) + (i * 100), 1, block % 2 == 0 ? 6 : -6))).ToArray();
        var result = ClutterCalibration.Fit(samples, new CalibrationSettings { Folds = 2 });
        Assert.Equal(6, result.RmseAfterDb, 1e-9);
        Assert.Equal(12, result.RmseCrossValidatedDb, 1e-9);
    }

    [Fact]
    public void Too_few_samples_or_blocks_and_odd_settings_are_told()
    {
        string Told(CalibrationSettings settings, params CalibrationSample[] samples) => string.Join("; ", ClutterCalibration.Problems(samples, settings).Select(p => p.En));
        Assert.Contains("1 samples can be used; at least 2", Told(Small, Sample(0, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("lie in 1 blocks; at least 2", Told(Small, Sample(0, 1, 1), Sample(5, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("folds is 1", Told(Small with { Folds = 1 }), StringComparison.Ordinal);
        Assert.Contains("blocks is NaN", Told(Small with { BlockMetres = double.NaN }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_is_written_and_read_again_and_another_document_is_refused()
    {
        var result = ClutterCalibration.Fit([Sample(100, 1, 2), Sample(1_100, 1, 4), Sample(1_200, 2, -3)], Small);
        var document = new CalibrationDocument(CalibrationDocument.CurrentSchema, "field", "RMa", "masts", "land-cover", "00", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Small, result);
        var read = CalibrationJson.Read(CalibrationJson.Write(document));
        Assert.Equal(document with { Result = read.Result }, read);
        Assert.Equal(result.Classes, read.Result.Classes);
        Assert.Throws<System.Text.Json.JsonException>(() => CalibrationJson.Read("{\"schema\":\"other\"}"u8));
    }

    private static CalibrationSample Sample(double x, int clutter, double error) => new(x, 500, clutter, -90 + error, -90);
}

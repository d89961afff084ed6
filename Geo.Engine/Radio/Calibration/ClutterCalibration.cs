namespace Geo.Engine.Radio.Calibration;

/// <summary>
/// Offsets of a propagation model per clutter class, fitted to measured levels: what is added to the model's level so that its mean error in the class is nought, which
/// makes the mean square error least. How much they are worth is told by cross-validation over blocks of ground: every sample is judged by offsets that were made
/// without its block.
/// </summary>
/// <param name="OffsetDb">The offset of all samples together, dB: for classes without one of their own.</param>
/// <param name="Classes">The classes, ascending.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Blocks">Number of blocks with samples.</param>
/// <param name="RmseBeforeDb">Root mean square error of the model, dB.</param>
/// <param name="RmseAfterDb">The same with the offsets, on the samples that made them: an optimist's figure.</param>
/// <param name="RmseCrossValidatedDb">The same where no sample was judged by an offset that it helped to make: the figure to believe.</param>
/// <remarks>Source: spatial blocks for cross-validation, D. R. Roberts et al., Ecography 40 (2017) 913-929.</remarks>
public sealed record ClutterCalibration(
    double OffsetDb, IReadOnlyList<ClassOffset> Classes, int Samples, int Blocks, double RmseBeforeDb, double RmseAfterDb, double RmseCrossValidatedDb)
{
    /// <summary>Why samples cannot be calibrated on under these settings; empty when they can.</summary>
    public static IReadOnlyList<BilingualText> Problems(IReadOnlyList<CalibrationSample> samples, CalibrationSettings settings)
    {
        var problems = new List<BilingualText>();
        if (settings.Folds is < 2 or > 20)
            problems.Add(new($"số phần là {settings.Folds}; được phép từ 2 đến 20", $"the number of folds is {settings.Folds}; allowed are 2 to 20"));
        if (!(settings.BlockMetres is >= 50 and <= 100_000))
            problems.Add(new(FormattableString.Invariant($"cạnh khối là {settings.BlockMetres} m; được phép từ 50 đến 100000"), FormattableString.Invariant($"the side of blocks is {settings.BlockMetres} m; allowed are 50 to 100000")));
        if (settings.LeastSamples < 2)
            problems.Add(new($"số mẫu ít nhất là {settings.LeastSamples}; được phép từ 2", $"the fewest samples are {settings.LeastSamples}; allowed are 2 and more"));
        if (problems.Count > 0)
            return problems;
        if (samples.Count < settings.LeastSamples)
            problems.Add(new($"có {samples.Count} mẫu dùng được; cần ít nhất {settings.LeastSamples}", $"{samples.Count} samples can be used; at least {settings.LeastSamples} are needed"));
        var blocks = samples.Select(s => BlockOf(s, settings)).Distinct().Count();
        if (blocks < settings.Folds)
            problems.Add(new($"các mẫu nằm trong {blocks} khối; cần ít nhất {settings.Folds}", $"the samples lie in {blocks} blocks; at least {settings.Folds} are needed"));
        return problems;
    }

    /// <summary>Fits. The order of the samples decides nothing.</summary>
    /// <exception cref="ArgumentException">The samples or settings do not allow it (see <see cref="Problems"/>).</exception>
    public static ClutterCalibration Fit(IReadOnlyList<CalibrationSample> samples, CalibrationSettings settings)
    {
        if (Problems(samples, settings) is [var first, ..])
            throw new ArgumentException(first.En, nameof(samples));
        CalibrationSample[] ordered = [.. samples.OrderBy(s => s.Clutter).ThenBy(s => s.X).ThenBy(s => s.Y).ThenBy(s => s.MeasuredDbm).ThenBy(s => s.PredictedDbm)];
        var offsets = Offsets.Of(ordered, settings);
        var classes = ordered.GroupBy(s => s.Clutter).Select(g => new ClassOffset(
            g.Key, g.Count(), offsets.For(g.Key), offsets.IsOwn(g.Key), Rmse(g, _ => 0), Rmse(g, offsets.For))).ToArray();
        return new ClutterCalibration(
            offsets.All, classes, ordered.Length, ordered.Select(s => BlockOf(s, settings)).Distinct().Count(), Rmse(ordered, _ => 0), Rmse(ordered, offsets.For), CrossValidated(ordered, settings));
    }

    /// <summary>The offset of a clutter class, dB; that of all where the class has none of its own.</summary>
    public double OffsetOf(int clutter) => Classes.FirstOrDefault(c => c.Clutter == clutter)?.OffsetDb ?? OffsetDb;

    private static double CrossValidated(CalibrationSample[] samples, CalibrationSettings settings)
    {
        // Dealt out row by row, so that the blocks of a fold lie all over the ground.
        var fold = samples.Select(s => BlockOf(s, settings)).Distinct().OrderBy(b => b.Row).ThenBy(b => b.Column).Index().ToDictionary(b => b.Item, b => b.Index % settings.Folds);
        var sum = 0.0;
        for (var part = 0; part < settings.Folds; part++)
        {
            var offsets = Offsets.Of([.. samples.Where(s => fold[BlockOf(s, settings)] != part)], settings);
            sum += samples.Where(s => fold[BlockOf(s, settings)] == part).Sum(s => Square(Error(s) - offsets.For(s.Clutter)));
        }
        return Math.Sqrt(sum / samples.Length);
    }

    private static (long Row, long Column) BlockOf(CalibrationSample sample, CalibrationSettings settings) =>
        ((long)Math.Floor(sample.Y / settings.BlockMetres), (long)Math.Floor(sample.X / settings.BlockMetres));

    private static double Error(CalibrationSample sample) => sample.MeasuredDbm - sample.PredictedDbm;

    private static double Square(double value) => value * value;

    private static double Rmse(IEnumerable<CalibrationSample> samples, Func<int, double> offset) => Math.Sqrt(samples.Average(s => Square(Error(s) - offset(s.Clutter))));

    /// <summary>The offsets that some samples give.</summary>
    private sealed record Offsets(double All, Dictionary<int, double> Own)
    {
        public static Offsets Of(CalibrationSample[] samples, CalibrationSettings settings) => new(
            samples.Average(Error),
            samples.GroupBy(s => s.Clutter)
                .Where(g => g.Count() >= settings.LeastSamples && g.Select(s => BlockOf(s, settings)).Distinct().Count() > 1)
                .ToDictionary(g => g.Key, g => g.Average(Error)));

        public double For(int clutter) => Own.GetValueOrDefault(clutter, All);

        public bool IsOwn(int clutter) => Own.ContainsKey(clutter);
    }
}

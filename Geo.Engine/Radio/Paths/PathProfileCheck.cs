using System.Globalization;

namespace Geo.Engine.Radio.Paths;

/// <summary>What makes a profile unusable, said before anything is computed from it.</summary>
public static class PathProfileCheck
{
    private const double LeastGroundMetres = -500;
    private const double MostMetres = 9_000;

    private static readonly BilingualText GroundHeights = new("độ cao mặt đất", "ground heights");
    private static readonly BilingualText ClutterHeights = new("độ cao vật cản", "clutter heights");
    private static readonly BilingualText Zones = new("vùng", "zones");
    private static readonly BilingualText Ground = new("mặt đất", "ground");
    private static readonly BilingualText Clutter = new("vật cản", "clutter");

    /// <summary>
    /// At most one sentence for each kind of fault: too few points, spans of unlike length, a first distance other than 0, distances that do not grow,
    /// ground or clutter that is not a number, clutter below the ground. Empty for a sound profile.
    /// </summary>
    public static IReadOnlyList<BilingualText> Problems(in PathProfile profile)
    {
        if (profile.Length < 2)
        {
            return
            [
                Text($"mặt cắt có {profile.Length} điểm; cần ít nhất 2", $"the profile has {profile.Length} points; at least 2 are needed"),
            ];
        }

        var problems = new List<BilingualText>();
        AddLength(problems, GroundHeights, profile.TerrainMetres.Length, profile.Length);
        AddLength(problems, ClutterHeights, profile.ClutterMetres.Length, profile.Length);
        AddLength(problems, Zones, profile.Zones.Length, profile.Length);
        AddDistances(problems, profile.DistancesKilometres);
        AddHeights(problems, profile.TerrainMetres, Ground, LeastGroundMetres);
        AddHeights(problems, profile.ClutterMetres, Clutter, 0);
        return problems;
    }

    private static void AddLength(List<BilingualText> problems, BilingualText what, int length, int points)
    {
        if (length != 0 && length != points)
            problems.Add(Text($"có {length} {what.Vi} cho {points} điểm", $"there are {length} {what.En} for {points} points"));
    }

    private static void AddDistances(List<BilingualText> problems, ReadOnlySpan<double> distances)
    {
        if (distances[0] != 0)
            problems.Add(Text($"khoảng cách đầu là {distances[0]} km; phải là 0", $"the first distance is {distances[0]} km; it must be 0"));
        for (var i = 1; i < distances.Length; i++)
        {
            if (distances[i] > distances[i - 1] && double.IsFinite(distances[i]))
                continue;
            problems.Add(Text(
                $"khoảng cách {i} là {distances[i]} km sau {distances[i - 1]} km; phải tăng dần",
                $"distance {i} is {distances[i]} km after {distances[i - 1]} km; distances must grow"));
            return;
        }
    }

    private static void AddHeights(List<BilingualText> problems, ReadOnlySpan<double> heights, BilingualText what, double least)
    {
        for (var i = 0; i < heights.Length; i++)
        {
            if (heights[i] >= least && heights[i] <= MostMetres)
                continue;
            problems.Add(Text(
                $"độ cao {what.Vi} tại điểm {i} là {heights[i]} m; phải là số từ {least} đến {MostMetres}",
                $"height of {what.En} at point {i} is {heights[i]} m; it must be a number from {least} to {MostMetres}"));
            return;
        }
    }

    private static BilingualText Text(FormattableString vi, FormattableString en) =>
        new(vi.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}

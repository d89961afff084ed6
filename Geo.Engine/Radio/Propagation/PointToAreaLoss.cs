using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Propagation;

/// <summary>The loss of a path by ITU-R P.1812 with all that it is made of, dB where nothing else is said; symbols of the Recommendation with each member.</summary>
public readonly record struct PointToAreaLoss
{
    /// <summary>b0: share of an average year with layered air near the ground, percent.</summary>
    public double LayeredAirPercent { get; init; }

    /// <summary>Fi: weight of the rare loss between those of b0 and half of the time.</summary>
    public double TimeWeight { get; init; }

    /// <summary>Fj: weight by the angular distance.</summary>
    public double AngleWeight { get; init; }

    /// <summary>Fk: weight by the distance.</summary>
    public double DistanceWeight { get; init; }

    /// <summary>L_bfs: free space.</summary>
    public double FreeSpaceDb { get; init; }

    /// <summary>L_b0p: line of sight with multipath and focusing, at p percent.</summary>
    public double LineOfSightDb { get; init; }

    /// <summary>L_b0beta: the same at b0 percent.</summary>
    public double LineOfSightRareDb { get; init; }

    /// <summary>L_d50 and its parts: diffraction at the median effective radius.</summary>
    public DeltaBullington MedianDiffraction { get; init; }

    /// <summary>L_dbeta and its parts: diffraction in rare times.</summary>
    public DeltaBullington RareDiffraction { get; init; }

    /// <summary>Omega: share of the path over sea, 0 to 1.</summary>
    public double SeaShare { get; init; }

    /// <summary>L_ba: ducting and reflection from layers.</summary>
    public double DuctingDb { get; init; }

    /// <summary>L_bs: scatter in the troposphere.</summary>
    public double TroposcatterDb { get; init; }

    /// <summary>L_loc: what the share of places adds.</summary>
    public double PlaceDb { get; init; }

    /// <summary>L_dp: diffraction not exceeded for p percent of the time.</summary>
    public double DiffractionDb => MedianDiffraction.LossDb + (TimeWeight * (RareDiffraction.LossDb - MedianDiffraction.LossDb));

    /// <summary>L_bd: line of sight with diffraction, at p percent.</summary>
    public double WithDiffractionDb => LineOfSightDb + DiffractionDb;

    /// <summary>L_minb0p: notional least loss of line of sight and diffraction over sea.</summary>
    public double LeastLineOfSightDb
    {
        get
        {
            var overLand = (1 - SeaShare) * DiffractionDb;
            var median = FreeSpaceDb + MedianDiffraction.LossDb;
            return TimeWeight == 1 // p is not above b0
                ? LineOfSightDb + overLand
                : median + ((LineOfSightRareDb + overLand - median) * TimeWeight);
        }
    }

    /// <summary>L_minbap: notional least loss of ducting and line of sight.</summary>
    public double LeastDuctingDb => Decibels.SoftMaximum(DuctingDb, LineOfSightDb);

    /// <summary>L_bda: diffraction together with ducting.</summary>
    public double DiffractionOrDuctingDb => LeastDuctingDb > WithDiffractionDb
        ? WithDiffractionDb
        : LeastDuctingDb + ((WithDiffractionDb - LeastDuctingDb) * DistanceWeight);

    /// <summary>L_bam: the same, corrected for paths near line of sight.</summary>
    public double BelowTroposphereDb => DiffractionOrDuctingDb + ((LeastLineOfSightDb - DiffractionOrDuctingDb) * AngleWeight);

    /// <summary>L_bc: the loss not exceeded for p percent of the time at half of the places.</summary>
    public double MedianPlaceDb => Decibels.FifthPowerSum(TroposcatterDb, BelowTroposphereDb);

    /// <summary>L_b: the loss not exceeded for p percent of the time at pL percent of the places.</summary>
    public double TotalDb => Math.Max(LineOfSightDb, MedianPlaceDb + PlaceDb);
}

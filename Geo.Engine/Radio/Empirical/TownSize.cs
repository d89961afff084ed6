namespace Geo.Engine.Radio.Empirical;

/// <summary>Surroundings that Hata's formulas tell apart.</summary>
public enum TownSize
{
    /// <summary>A large city, buildings mostly above 15 m.</summary>
    LargeCity,

    /// <summary>A small or middle town.</summary>
    Town,

    /// <summary>A suburb.</summary>
    Suburb,

    /// <summary>Open country.</summary>
    Open,
}

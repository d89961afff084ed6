using NetTopologySuite.Geometries;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// A value while a filter is decided, without boxing: nothing (unknown), a text, a whole number, a finite number, a truth, a day, a moment or a
/// geometry. The default value is nothing.
/// </summary>
internal readonly struct FilterValue
{
    private enum Kind
    {
        Nothing,
        Text,
        Integer,
        Number,
        Boolean,
        Date,
        DateTime,
        Geometry,
    }

    private const double TwoTo63 = 9_223_372_036_854_775_808;

    private readonly Kind _kind;
    private readonly long _bits;
    private readonly object? _reference;

    private FilterValue(Kind kind, long bits, object? reference)
    {
        _kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>Whether it is unknown.</summary>
    public bool IsNothing => _kind == Kind.Nothing;

    /// <summary>The text; null for anything else.</summary>
    public string? Text => _reference as string;

    /// <summary>The geometry; null for anything else.</summary>
    public Geometry? Geometry => _reference as Geometry;

    /// <summary>Whether it is a whole number that is held exactly.</summary>
    public bool IsInteger => _kind == Kind.Integer;

    /// <summary>Whether it is a day.</summary>
    public bool IsDate => _kind == Kind.Date;

    /// <summary>A whole number itself; the ticks of a moment or of the beginning of a day.</summary>
    public long Integer => _bits;

    /// <summary>The number, rounded where a whole one is beyond 2^53.</summary>
    public double Number => _kind == Kind.Integer ? _bits : BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The truth; null for anything else.</summary>
    public bool? Boolean => _kind == Kind.Boolean ? _bits != 0 : null;

    /// <summary>A text, or nothing.</summary>
    public static FilterValue Of(string? text) => text is null ? default : new(Kind.Text, 0, text);

    /// <summary>A whole number.</summary>
    public static FilterValue Of(long value) => new(Kind.Integer, value, null);

    /// <summary>A number; nothing when it is not finite.</summary>
    public static FilterValue Of(double value) => double.IsFinite(value) ? new(Kind.Number, BitConverter.DoubleToInt64Bits(value), null) : default;

    /// <summary>A truth, or nothing.</summary>
    public static FilterValue Of(bool? value) => value is { } known ? new(Kind.Boolean, known ? 1 : 0, null) : default;

    /// <summary>A geometry, or nothing.</summary>
    public static FilterValue Of(Geometry? value) => value is null ? default : new(Kind.Geometry, 0, value);

    /// <summary>A value of a feature or a literal.</summary>
    public static FilterValue OfStored(object? value) => value switch
    {
        string text => Of(text),
        long whole => Of(whole),
        double number => Of(number),
        bool truth => Of((bool?)truth),
        DateOnly day => new(Kind.Date, day.DayNumber * TimeSpan.TicksPerDay, null),
        DateTime moment => new(Kind.DateTime, moment.Ticks, null),
        _ => default,
    };

    /// <summary>A text or number as literals hold it; null for anything else.</summary>
    public object? ToStored() => _kind switch { Kind.Text => Text, Kind.Integer => Integer, Kind.Number => Number, _ => null };

    /// <summary>
    /// Less than, equal to or greater than 0 as a value comes before, with or after another of a comparable type; null when either is nothing.
    /// Texts by code points, numbers exactly, false before true; a day and a moment by the moment's day in UTC.
    /// </summary>
    public static int? Compare(in FilterValue a, in FilterValue b)
    {
        if (a.IsNothing || b.IsNothing)
            return null;
        if (a._kind == Kind.Text)
            return CodePoints.Compare(a.Text!, b.Text!); // the kind says so
        if (a._kind == b._kind)
            return a._kind == Kind.Number ? a.Number.CompareTo(b.Number) : a._bits.CompareTo(b._bits);
        return a._kind switch
        {
            Kind.Integer => Compare(a._bits, b.Number),
            Kind.Number => -Compare(b._bits, a.Number),
            _ => DayOf(a).CompareTo(DayOf(b)),
        };
    }

    /// <summary>Whether two known values are the same, as elements of a set: of one type and equal; geometries when they cover the same points.</summary>
    public static bool AreSame(in FilterValue a, in FilterValue b)
    {
        if (a._kind == Kind.Geometry || b._kind == Kind.Geometry)
            return SpatialRelation.Between("s_equals", a.Geometry, b.Geometry) == true;
        return (a._kind == b._kind || (IsNumber(a) && IsNumber(b))) && Compare(a, b) == 0;
    }

    private static bool IsNumber(in FilterValue value) => value._kind is Kind.Integer or Kind.Number;

    // Through double, 2^53 + 1 would equal 2^53.
    private static int Compare(long whole, double number)
    {
        if (number >= TwoTo63)
            return -1;
        if (number < -TwoTo63)
            return 1;
        var floor = Math.Floor(number);
        var order = whole.CompareTo((long)floor);
        return order == 0 && number > floor ? -1 : order;
    }

    private static long DayOf(in FilterValue value) => value._bits / TimeSpan.TicksPerDay;
}

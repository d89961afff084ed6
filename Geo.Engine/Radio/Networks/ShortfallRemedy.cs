namespace Geo.Engine.Radio.Networks;

/// <summary>What a reason is called, and what would help.</summary>
public static class ShortfallRemedy
{
    /// <summary>The reason in words.</summary>
    public static BilingualText Name(ShortfallReason reason) => reason switch
    {
        ShortfallReason.None => new("đạt chuẩn", "covered to standard"),
        ShortfallReason.UnknownGround => new("thiếu dữ liệu địa hình", "ground unknown"),
        ShortfallReason.Distance => new("quá xa trạm", "too far from a site"),
        ShortfallReason.Terrain => new("địa hình che", "behind ground"),
        ShortfallReason.Clutter => new("cây cối, nhà cửa che", "behind trees or buildings"),
        ShortfallReason.Water => new("đường truyền trên mặt nước", "over water"),
        ShortfallReason.Horizon => new("dưới đường chân trời", "below the horizon"),
        ShortfallReason.Noise => new("tín hiệu yếu so với tạp âm", "too little above the noise"),
        _ => new("nhiễu từ trạm khác", "disturbed by other sites"),
    };

    /// <summary>What would help most, as a rule.</summary>
    public static BilingualText Of(ShortfallReason reason) => reason switch
    {
        ShortfallReason.None => new("không cần gì", "nothing is needed"),
        ShortfallReason.UnknownGround => new("nạp địa hình còn thiếu", "load the missing terrain"),
        ShortfallReason.Distance => new("thêm một trạm gần hơn", "a new site nearer by"),
        ShortfallReason.Terrain => new("nâng ăng-ten hoặc thêm trạm phía bên kia", "a higher antenna, or a site on the other side"),
        ShortfallReason.Clutter => new("nâng ăng-ten lên trên vật cản, hoặc băng tần thấp hơn", "an antenna above what stands there, or a lower band"),
        ShortfallReason.Water => new("nâng ăng-ten hoặc thêm trạm gần bờ", "a higher antenna, or a site at the shore"),
        ShortfallReason.Horizon => new("thêm một trạm; nâng ăng-ten chỉ giúp vài kilômét", "a new site; height helps for some kilometres only"),
        ShortfallReason.Noise => new("thêm băng tần rộng hơn tại trạm, hoặc một trạm gần hơn", "a wider band at the site, or a site nearer by"),
        _ => new("chỉnh góc cúi và hướng ăng-ten, giảm tải trạm lân cận", "tilt and turn antennas, take load off the neighbours"),
    };
}

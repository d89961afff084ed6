namespace Geo.Engine.Radio.Networks;

/// <summary>How the layers of a coverage are called: in ids of grids, and for people.</summary>
public static class CoverageLayerName
{
    /// <summary>The word that ids of the layer begin with.</summary>
    public static string Of(CoverageLayer layer) => layer switch
    {
        CoverageLayer.Rsrp => "rsrp",
        CoverageLayer.Sinr => "sinr",
        CoverageLayer.Server => "server",
        CoverageLayer.Rate => "rate",
        CoverageLayer.Class => "coverage",
        _ => "reason",
    };

    /// <summary>Its name.</summary>
    public static BilingualText Title(CoverageLayer layer) => layer switch
    {
        CoverageLayer.Rsrp => new("Mức thu SS-RSRP", "Received power (SS-RSRP)"),
        CoverageLayer.Sinr => new("SINR", "SINR"),
        CoverageLayer.Server => new("Ăng-ten phục vụ", "Best server"),
        CoverageLayer.Rate => new("Tốc độ tải xuống", "Downlink rate"),
        CoverageLayer.Class => new("Lớp phủ sóng", "Class of coverage"),
        _ => new("Lý do chưa đạt chuẩn", "Why not covered"),
    };

    /// <summary>What it shows.</summary>
    public static BilingualText Description(CoverageLayer layer) => layer switch
    {
        CoverageLayer.Rsrp => new("Trung vị trong ô của ăng-ten mạnh nhất, trên mỗi phần tử tài nguyên.", "Median over the places of a cell, of the strongest sector, per resource element."),
        CoverageLayer.Sinr => new("Tỷ số tín hiệu trên nhiễu và tạp âm tại ăng-ten cho tốc độ cao nhất.", "Ratio of signal to interference and noise at the sector that gives the greatest rate."),
        CoverageLayer.Server => new("Ăng-ten mạnh nhất; ô trống là không có.", "The strongest sector; an empty cell has none."),
        CoverageLayer.Rate => new("Của một người dùng duy nhất.", "Of a lone user."),
        CoverageLayer.Class => new("Có sóng 5G, hoặc đạt 30 Mbit/s tại 95 % số nơi theo QCVN 126:2021.", "5G signal, or 30 Mbit/s at 95 % of places as QCVN 126:2021 asks."),
        _ => new("Vì sao ô chưa đạt QCVN 126:2021.", "Why a cell is not covered to QCVN 126:2021."),
    };
}

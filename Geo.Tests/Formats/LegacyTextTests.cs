using System.Diagnostics;
using System.Text;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

/// <summary>The converters of TCVN3 and VNI, seen through CSV files, where a declared encoding is obeyed.</summary>
public sealed class LegacyTextTests : IDisposable
{
    // All Vietnamese letters that TCVN3 has: capitals without tone marks, small ones with all.
    private const string Small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    private readonly ImportFiles _files = new();

    [Fact]
    public async Task TCVN3_is_the_charmap_of_the_C_library()
    {
        const string letters = Small + "ĂÂÊÔƠƯĐ";
        var source = _files.Write("utf8.txt", letters.Normalize(NormalizationForm.FormC));
        var iconv = Requirement.Program("iconv");
        var start = new ProcessStartInfo(iconv, ["-f", "UTF-8", "-t", "TCVN5712-1", source]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(letters.Length, bytes.Length);
        Assert.Equal(letters, await DecodeAsync(bytes.ToArray(), TextEncoding.Tcvn3));
    }

    [Theory]
    [InlineData("Sãc Tr¨ng", "Sóc Trăng")]
    [InlineData("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Cï Lao Dung, Long Phó, Mü Xuyªn, Ng· N¨m", "Cù Lao Dung, Long Phú, Mỹ Xuyên, Ngã Năm")]
    public async Task Known_strings_of_TCVN3_are_read(string garbage, string text) =>
        Assert.Equal(text, await DecodeAsync(Encoding.Latin1.GetBytes(garbage), TextEncoding.Tcvn3));

    [Theory]
    [InlineData("Soùc Traêng", "Sóc Trăng")]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("SOÙC TRAÊNG, VÓNH CHAÂU, TRAÀN ÑEÀ", "SÓC TRĂNG, VĨNH CHÂU, TRẦN ĐỀ")]
    [InlineData("ôû ngöôøi kyõ thuaät, Myõ, lyù, thuûy, quyù, Ninh Thuaän, Bình, ñòa, chæ", "ở người kỹ thuật, Mỹ, lý, thủy, quý, Ninh Thuận, Bình, địa, chỉ")]
    public async Task Known_strings_of_VNI_are_read(string garbage, string text) =>
        Assert.Equal(text, await DecodeAsync(Encoding.Latin1.GetBytes(garbage), TextEncoding.Vni));

    [Fact]
    public async Task Text_that_fits_no_encoding_is_shown_not_hidden()
    {
        var layer = await ImportFiles.ImportAsync(_files.Write("a.csv", Encoding.Latin1.GetBytes("name,lon,lat\nÀlvaró Mïlçø Æßþ,106,9.5\n")));
        Assert.Contains("the encoding is not sure", layer.Warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextEncoding.Tcvn3)]
    [InlineData(TextEncoding.Vni)]
    [InlineData(TextEncoding.Windows1258)]
    public async Task Any_bytes_decode_to_NFC_without_an_exception(TextEncoding encoding)
    {
        var random = new Random(5712);
        var bytes = new byte[4000];
        random.NextBytes(bytes);
        byte[] letters = [.. bytes.Where(b => b >= 0x80)];
        var text = await DecodeAsync(letters, encoding);
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
    }

    public void Dispose() => _files.Dispose();

    private async Task<string> DecodeAsync(byte[] bytes, TextEncoding encoding)
    {
        byte[] csv = [.. "ten;lon;lat\n\""u8, .. bytes, .. "\";106;9.5\n"u8];
        var layer = await ImportFiles.ImportAsync(_files.Write("a.csv", csv), new ImportOptions { Encoding = encoding });
        return (string)Assert.Single(layer.Features).Values[0]!;
    }
}

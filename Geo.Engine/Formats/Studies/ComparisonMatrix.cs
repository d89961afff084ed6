using System.Globalization;

namespace Geo.Engine.Formats.Studies;

/// <summary>
/// Reads the matrix of r.mcda.ahp: a row of numbers, parted by commas, for each criterion; <c>#</c> begins a comment. One of two opposite judgements is often written as a rounded
/// decimal (0.3 against 3), which is read as the exact fraction where it is the other's reciprocal rounded as written.
/// </summary>
internal static class ComparisonMatrix
{
    private const double Tolerance = 1e-6;
    private const int MostCriteria = 100;

    /// <summary>The judgements; null with the faults in the text.</summary>
    public static McdaStudy? Read(StudyText text, List<BilingualText> notes)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (var line = 0; line < text.Lines.Count && rows.Count <= MostCriteria; line++)
            if (text.Lines[line].Split('#')[0].Trim() is { Length: > 0 } content)
                rows.Add((line, [.. content.Split(',').Select(c => c.Trim())]));
        if (!IsSquare(text, rows))
            return null;
        var judgements = rows.Select(r => r.Cells.ToArray()).ToArray();
        for (var i = 0; i < rows.Count; i++)
            for (var j = 0; j <= i; j++)
                Settle(text, rows, judgements, (i, j), notes);
        notes.Add(new("r.mcda.ahp cộng có trọng số các bản đồ như chúng có; ở đây tiêu chí được đưa về 0..1 trước", "r.mcda.ahp adds up weighted maps as they are; here criteria are brought to 0..1 first"));
        return new McdaStudy([], judgements, null, false);
    }

    private static bool IsSquare(StudyText text, List<(int Line, string[] Cells)> rows)
    {
        if (rows.Count is < 2 or > MostCriteria)
            text.Fault(new($"có {rows.Count} hàng số; được phép 2 đến {MostCriteria}, mỗi tiêu chí một hàng", $"found {rows.Count} rows of numbers; allowed are 2 to {MostCriteria}, one for each criterion"));
        var isSquare = rows.Count is >= 2 and <= MostCriteria;
        foreach (var (line, cells) in rows)
        {
            if (cells.Length != rows.Count)
                text.Fault(line, new($"hàng có {cells.Length} số; ma trận có {rows.Count} hàng nên mỗi hàng cần {rows.Count} số, cách nhau bằng dấu phẩy", $"the row has {cells.Length} numbers; the matrix has {rows.Count} rows, so each needs {rows.Count}, parted by commas"));
            isSquare &= cells.Length == rows.Count;
            foreach (var cell in cells.Where(c => !(StudyText.Number(c) > 0)))
            {
                text.Fault(line, StudyText.Found(new("đánh giá", "judgement"), cell, new("một số lớn hơn 0", "a number above 0")));
                isSquare = false;
            }
        }
        return isSquare;
    }

    private static void Settle(StudyText text, List<(int Line, string[] Cells)> rows, string[][] judgements, (int Row, int Column) at, List<BilingualText> notes)
    {
        var (line, one, other) = (rows[at.Row].Line, rows[at.Row].Cells[at.Column], rows[at.Column].Cells[at.Row]);
        var (a, b) = (double.Parse(one, CultureInfo.InvariantCulture), double.Parse(other, CultureInfo.InvariantCulture));
        if (Math.Abs((a * b) - 1) <= Tolerance)
            return;
        // The greater of the two is the one that people give; the other is worked out from it.
        if (at.Row != at.Column && (a < b ? IsRounded(a, one, b) : IsRounded(b, other, a)))
        {
            var (row, column, exact) = a < b ? (at.Row, at.Column, other) : (at.Column, at.Row, one);
            judgements[row][column] = $"1/{exact}";
            notes.Add(new($"dòng {rows[row].Line + 1}, cột {column + 1}: '{rows[row].Cells[column]}' được đọc là 1/{exact}", $"line {rows[row].Line + 1}, column {column + 1}: '{rows[row].Cells[column]}' is read as 1/{exact}"));
            return;
        }
        text.Fault(line, at.Row == at.Column
            ? StudyText.Found(new($"cột {at.Column + 1}", $"column {at.Column + 1}"), one, new("1 trên đường chéo", "1 on the diagonal"))
            : StudyText.Found(new($"cột {at.Column + 1}", $"column {at.Column + 1}"), one, new($"nghịch đảo của {other} (dòng {rows[at.Column].Line + 1}, cột {at.Row + 1})", $"one divided by {other} (line {rows[at.Column].Line + 1}, column {at.Row + 1})")));
    }

    private static bool IsRounded(double value, string written, double reciprocal)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : written.Length - point - 1;
        return Math.Abs(value - (1 / reciprocal)) <= (0.5 * Math.Pow(10, -decimals)) + 1e-12;
    }
}

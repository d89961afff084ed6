namespace Geo.Engine.Formats.Shapefile;

/// <summary>A column of a .dbf.</summary>
/// <param name="NameBytes">Its name, in the encoding of the text.</param>
/// <param name="Type">C text, N and F numbers in text, D date, L logical, I and O binary numbers; others are left out.</param>
/// <param name="Start">First byte in the record.</param>
/// <param name="Length">Bytes.</param>
internal sealed record DbfColumn(byte[] NameBytes, char Type, int Start, int Length)
{
    /// <summary>Whether its values can be read.</summary>
    public bool IsKnown => Type is 'C' or 'N' or 'F' or 'D' or 'L' || (Type == 'I' && Length == 4) || (Type is 'O' or 'B' && Length == 8);
}

using System.Globalization;
using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Parameters that are whole numbers, such as <c>limit</c>.</summary>
internal static class WholeNumber
{
    /// <summary>The number; null when it is not there, or is none in the range, which becomes a fault.</summary>
    public static int? Read(ApiRequest request, string name, int least, int most) => request.ReadValue<int>(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        new(FormattableString.Invariant($"số nguyên trong {least}..{most}"), FormattableString.Invariant($"a whole number in {least}..{most}")));
}

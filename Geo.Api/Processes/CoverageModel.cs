using System.Globalization;
using Geo.Api.Http;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Processes;

/// <summary>A radio model behind the process <c>coverage</c>.</summary>
internal abstract class CoverageModel
{
    /// <summary>Most cells that it is asked for.</summary>
    protected abstract long MostCells { get; }

    /// <summary>Least and greatest side of a cell, metres.</summary>
    protected abstract (double Least, double Most) CellMetres { get; }

    /// <summary>Least and greatest radius of a site, metres.</summary>
    protected abstract (double Least, double Most) ReachMetres { get; }

    /// <summary>What is wrong with inputs that suit the model.</summary>
    protected abstract Task<IReadOnlyList<ParameterFault>> ReadFaultsAsync(ProcessInputs inputs, GridFrame frame, CancellationToken cancellation);

    /// <summary>Computes.</summary>
    /// <exception cref="ProcessFailedException">It cannot be done with these inputs any more.</exception>
    public abstract Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation);

    /// <summary>What is wrong with the inputs.</summary>
    public async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        IReadOnlyList<ParameterFault> unsuitable =
        [
            .. GroundInputs.ModelFaults(inputs, CoverageProcess.Inputs, CoverageProcess.Population, CoverageProcess.Units, CoverageProcess.Publish),
            .. Unnamed(inputs),
            .. Outside(CoverageProcess.Cell, inputs, CellMetres),
            .. Outside(CoverageProcess.Reach, inputs, ReachMetres),
        ];
        if (unsuitable.Count > 0)
            return unsuitable;
        var frame = FrameOf(inputs);
        if (frame.CellCount <= MostCells)
            return await ReadFaultsAsync(inputs, frame, cancellation);
        var cells = string.Create(CultureInfo.InvariantCulture, $"{frame.Rows} × {frame.Columns}");
        return [new ParameterFault("inputs.area", cells, new($"không quá {MostCells} ô: lấy khu vực nhỏ hơn hoặc ô lớn hơn", $"at most {MostCells} cells: take a smaller area or larger cells"))];
    }

    /// <summary>The box in the plane, widened to whole cells whose edges are multiples of their size, so that grids of two requests fit.</summary>
    protected static GridFrame FrameOf(ProcessInputs inputs)
    {
        var system = CoordinateSystems.Vn2000Tm3Zone10530;
        var box = Projection.Between(CoordinateSystems.Crs84, system).Transform(BoxInput.Read(inputs.Find(CoverageProcess.Area)!.Value)); // required
        var size = inputs.Number(CoverageProcess.Cell);
        var (left, top) = (Math.Floor(box.MinX / size) * size, Math.Ceiling(box.MaxY / size) * size);
        int Cells(double length) => (int)Math.Clamp(Math.Ceiling(length / size), 1, 1_000_000);
        return new GridFrame(system, left, top, size, Cells(top - box.MinY), Cells(box.MaxX - left));
    }

    /// <summary>An execution that was found sound and is no longer.</summary>
    protected static ProcessFailedException Failed(IReadOnlyList<ParameterFault> faults) => new("invalid-input", faults[0].Told);

    private static IEnumerable<ParameterFault> Unnamed(ProcessInputs inputs)
    {
        if (inputs.Text(CoverageProcess.Publish) is { } name && !(name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-')))
            yield return new ParameterFault($"inputs.{CoverageProcess.Publish}", name, new("chữ thường a-z, chữ số, gạch nối", "lower-case letters a-z, digits, hyphens"));
    }

    private static IEnumerable<ParameterFault> Outside(string input, ProcessInputs inputs, (double Least, double Most) range)
    {
        if (inputs.Find(input) is { } value && !(value.GetDouble() >= range.Least && value.GetDouble() <= range.Most))
            yield return new ParameterFault($"inputs.{input}", value.GetRawText(), new(
                string.Create(CultureInfo.InvariantCulture, $"từ {range.Least} đến {range.Most} với mô hình này"), string.Create(CultureInfo.InvariantCulture, $"{range.Least} to {range.Most} with this model")));
    }
}

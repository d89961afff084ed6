using System.Globalization;

namespace Geo.Engine.Formats.Studies;

/// <summary>Gathers what the files of a Marxan study say.</summary>
internal sealed class MarxanDraft
{
    private const int MostFeatures = 500;
    private const int NamesShown = 50;

    // The manual's list of input.dat, by which such a file is known.
    private static readonly string[] ParameterNames = ["VERSION", "BLM", "PROP", "RANDSEED", "NUMREPS", "NUMITNS", "STARTTEMP", "COOLFAC", "NUMTEMP", "COSTTHRESH", "THRESHPEN1", "THRESHPEN2", "INPUTDIR", "OUTPUTDIR", "PUNAME", "SPECNAME", "PUVSPRNAME", "BOUNDNAME", "RUNMODE", "MISSLEVEL", "ITIMPTYPE", "HEURTYPE", "CLUMPTYPE", "VERBOSITY", "SCENNAME"];

    private readonly SortedDictionary<long, MarxanFeature> _features = [];
    private readonly Dictionary<(long Unit, long Feature), double> _amounts = [];
    private readonly Dictionary<long, (string File, int Line)> _unitsOfAmounts = [];
    private readonly Dictionary<long, (string File, int Line)> _featuresOfAmounts = [];
    private readonly SortedDictionary<string, List<string>> _without = new(StringComparer.Ordinal);
    private readonly List<BilingualText> _notes = [];

    /// <summary>Columns by which a file of features is known.</summary>
    public static IReadOnlyList<string> FeatureColumns { get; } = ["target", "prop", "spf", "target2", "targetocc", "sepnum", "sepdistance"];

    /// <summary>Planning units so far.</summary>
    public Dictionary<long, MarxanUnit> Units { get; } = [];

    /// <summary>All of it.</summary>
    public MarxanStudy Study => new([.. Units.Values], [.. _features.Values], _amounts);

    /// <summary>Takes planning units: id, cost (1), status (0).</summary>
    public void TakeUnits(StudyTable table)
    {
        var (id, cost, status) = (table.IndexOf("id"), table.IndexOf("cost"), table.IndexOf("status"));
        foreach (var (line, fields) in table.Rows())
        {
            if (Id(table, line, fields, id) is not { } number)
                continue;
            var (price, state) = (cost < 0 ? 1 : table.Number(line, fields, cost), status < 0 ? 0 : table.Whole(line, fields, status, 0, MarxanStudy.LockedOut));
            if (!Units.TryAdd(number, new MarxanUnit(number, price ?? 0, (int)(state ?? 0), line + 1)))
                table.Fault(line, new($"đơn vị {number} đã có ở dòng {Units[number].Line}", $"unit {number} stands in line {Units[number].Line} already"));
        }
        foreach (var column in table.Columns.Where((_, i) => i != id && i != cost && i != status))
            _notes.Add(new($"{table.Name}: cột {column} không có phần tương ứng trong kịch bản", $"{table.Name}: column {column} has no counterpart in a scenario"));
    }

    /// <summary>Takes features: id, name, and what a scenario has no counterpart for.</summary>
    public void TakeFeatures(StudyTable table)
    {
        var (id, name) = (table.IndexOf("id"), table.IndexOf("name"));
        foreach (var (line, fields) in table.Rows())
        {
            if (Id(table, line, fields, id) is not { } number)
                continue;
            var feature = new MarxanFeature(number, name >= 0 && fields[name].Length > 0 ? fields[name] : number.ToString(CultureInfo.InvariantCulture));
            if (!_features.TryAdd(number, feature))
                table.Fault(line, new($"đối tượng bảo tồn {number} có hai lần", $"feature {number} is given twice"));
            for (var column = 0; column < fields.Count; column++)
                if (column != id && column != name && table.Number(line, fields, column) is not (null or 0))
                    Without(table.Columns[column], $"{feature.Name} {fields[column]}");
        }
    }

    /// <summary>Takes amounts, a row for each.</summary>
    public void TakeAmounts(StudyTable table)
    {
        var (species, unit, amount) = (table.IndexOf("species"), table.IndexOf("pu"), table.IndexOf("amount"));
        foreach (var (line, fields) in table.Rows())
            if (Id(table, line, fields, species) is { } feature && Id(table, line, fields, unit) is { } number && table.Number(line, fields, amount, 0) is { } value)
                Take(table, line, number, feature, value);
    }

    /// <summary>Takes amounts, a row for each unit and a column for each feature.</summary>
    public void TakeAmountsByColumns(StudyTable table)
    {
        var features = table.Columns.Skip(1).Select(c => long.TryParse(c, CultureInfo.InvariantCulture, out var id) ? id : -1).ToList();
        if (features.Contains(-1))
        {
            table.Fault(table.HeadLine, StudyText.Found(new("tên cột", "name of a column"), table.Columns[features.IndexOf(-1) + 1], new("số của một đối tượng bảo tồn", "the number of a feature")));
            return;
        }
        foreach (var (line, fields) in table.Rows())
            for (var column = 1; column < fields.Count; column++)
                if (Id(table, line, fields, 0) is { } unit && table.Number(line, fields, column, 0) is { } value)
                    Take(table, line, unit, features[column - 1], value);
    }

    /// <summary>Counts boundaries, which no scenario has.</summary>
    public void TakeBoundaries(StudyTable table) => _notes.Add(new(
        $"{table.Name}: {table.Rows().Count()} đường biên giữa các đơn vị không có phần tương ứng; vùng gọn lại nhờ zones: (min_area_ha, fill_holes_ha, min_patch_ha)",
        $"{table.Name}: {table.Rows().Count()} boundaries of units have no counterpart; zones are made compact by zones: (min_area_ha, fill_holes_ha, min_patch_ha)"));

    /// <summary>Notes the parameters of an <c>input.dat</c>; false when the text is none.</summary>
    public bool TakeParameters(StudyText text)
    {
        var lines = text.Lines.Select(l => l.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length == 2).Select(w => (Name: w[0].ToUpperInvariant(), Value: w[1].Trim())).ToList();
        var known = lines.Where(l => ParameterNames.Contains(l.Name)).ToList();
        foreach (var (name, value) in known)
            _notes.Add(new($"{text.Name}: {name} {value} không có phần tương ứng trong kịch bản", $"{text.Name}: {name} {value} has no counterpart in a scenario"));
        foreach (var (name, value) in lines.Except(known).Where(l => l.Name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && StudyText.Number(l.Value) is not null))
            _notes.Add(new($"{text.Name}: {name} {value} không phải tham số đã biết", $"{text.Name}: {name} {value} is no parameter that is known"));
        return known.Count > 0;
    }

    /// <summary>Holds the files against one another.</summary>
    public void Judge(List<StudyProblem> problems)
    {
        foreach (var (unit, (file, line)) in _unitsOfAmounts.Where(u => Units.Count > 0 && !Units.ContainsKey(u.Key)))
            problems.Add(new(file, line, new($"đơn vị {unit} không có trong tệp đơn vị", $"unit {unit} is not in the file of units")));
        foreach (var (feature, (file, line)) in _featuresOfAmounts.Where(f => !_features.ContainsKey(f.Key)))
            problems.Add(new(file, line, new($"đối tượng bảo tồn {feature} không có trong spec.dat, hoặc không có tệp này", $"feature {feature} is not in spec.dat, or there is no such file")));
        if (_features.Count > MostFeatures)
            problems.Add(new("spec.dat", null, new($"có {_features.Count} đối tượng bảo tồn; tối đa {MostFeatures}", $"there are {_features.Count} features; at most {MostFeatures} are read")));
    }

    /// <summary>What has no counterpart, by name.</summary>
    public IReadOnlyList<BilingualText> Notes()
    {
        int Count(int status) => Units.Values.Count(u => u.Status == status);
        if (Count(1) is > 0 and var first)
            _notes.Add(new($"status 1: {first} đơn vị có sẵn lúc khởi đầu; kịch bản không tìm kiếm nên không có phần tương ứng", $"status 1: {first} units begin chosen; a scenario does not search, so it has no counterpart"));
        if (Count(2) is > 0 and var locked)
            _notes.Add(new($"status 2: {locked} đơn vị bắt buộc chọn; kịch bản không ép ô nào vào vùng, nên không có phần tương ứng", $"status 2: {locked} units must be chosen; a scenario forces no cell into a zone, so it has no counterpart"));
        foreach (var (name, values) in _without)
            _notes.Add(new($"{name} không có phần tương ứng trong kịch bản: {Shown(values)}", $"{name} has no counterpart in a scenario: {Shown(values)}"));
        return _notes;
    }

    private static string Shown(List<string> values) => string.Join(", ", values.Take(NamesShown)) + (values.Count > NamesShown ? $" … ({values.Count})" : "");

    private static long? Id(StudyTable table, int line, IReadOnlyList<string> fields, int column) => table.Whole(line, fields, column, 0, 1L << 53);

    private void Take(StudyTable table, int line, long unit, long feature, double amount)
    {
        _unitsOfAmounts.TryAdd(unit, (table.Name, line + 1));
        _featuresOfAmounts.TryAdd(feature, (table.Name, line + 1));
        if (!_amounts.TryAdd((unit, feature), amount))
            table.Fault(line, new($"lượng của đối tượng {feature} trong đơn vị {unit} có hai lần", $"the amount of feature {feature} in unit {unit} is given twice"));
    }

    private void Without(string column, string value)
    {
        if (!_without.TryGetValue(column, out var values))
            _without[column] = values = [];
        values.Add(value);
    }
}

using System.Globalization;
using Geo.Api.Collections;
using Geo.Api.Http;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Processes;

/// <summary>Processes for people.</summary>
internal static class ProcessPages
{
    public static byte[] List(ApiRequest request, IReadOnlyList<ProcessDescription> processes, IReadOnlyList<Link> links)
    {
        var items = processes.Select(p => Html.Of($"""
            <li><a href="{request.Addresses.To(ProcessDocuments.PathOf(p.Id), "html")}">{p.Title.For(request.Language)}</a> <code>{p.Id}</code><br>{p.Description.For(request.Language)}</li>
            """));
        return Render(request, Texts.Processes.For(request.Language), CollectionPages.Trail(request), links, Html.Of($"<ul>{items}</ul>"));
    }

    public static byte[] One(ApiRequest request, ProcessDescription process, IReadOnlyList<Link> links)
    {
        (string, string)[] trail = [.. CollectionPages.Trail(request), Crumb(request)];
        return Render(request, process.Title.For(request.Language), trail, [.. links.Where(l => l.Rel != ProcessDocuments.ExecuteRel)], Html.Of($"""
            <p>{process.Description.For(request.Language)}</p>
            <dl>
            <dt>{Say(request, "Mã quy trình", "Identifier")}</dt><dd><code>{process.Id}</code></dd>
            <dt>{Say(request, "Phiên bản", "Version")}</dt><dd>{ProgramVersion.Text}</dd>
            <dt>{Say(request, "Cách chạy", "Modes")}</dt><dd><code>sync-execute</code> <code>async-execute</code> <code>dismiss</code></dd>
            <dt>{Say(request, "Thực thi bằng POST tới", "Executed by POST to")}</dt><dd><code>{ProcessDocuments.Execution(request, process).Href}</code></dd>
            </dl>
            {ProcessForm.Render(request, process)}
            <h2>{Say(request, "Đầu vào", "Inputs")}</h2>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tên", "Name")}</th><th scope="col">{Say(request, "Nghĩa", "Meaning")}</th><th scope="col">{Say(request, "Số lần", "Occurs")}</th><th scope="col">{Say(request, "Lược đồ", "Schema")}</th></tr></thead>
            <tbody>{process.Inputs.Select(i => Input(request, i))}</tbody>
            </table></div>
            <h2>{Say(request, "Đầu ra", "Outputs")}</h2>
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Tên", "Name")}</th><th scope="col">{Say(request, "Nghĩa", "Meaning")}</th><th scope="col">{Say(request, "Kiểu", "Type")}</th></tr></thead>
            <tbody>{process.Outputs.Select(o => Output(request, o))}</tbody>
            </table></div>
            """));
    }

    /// <summary>The list of processes, as a page above one of them.</summary>
    public static (string Href, string Text) Crumb(ApiRequest request) => (request.Addresses.To("/processes", "html"), Texts.Processes.For(request.Language));

    private static Html Input(ApiRequest request, ProcessInput input)
    {
        var occurs = input.MinOccurs == input.MaxOccurs
            ? input.MinOccurs.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{input.MinOccurs}–{input.MaxOccurs}");
        var otherwise = input.Default is { } value ? Html.Of($" {Say(request, "mặc định", "default")} <code>{value.ToJsonString()}</code>") : default;
        return Html.Of($"""
            <tr><th scope="row"><code>{input.Name}</code></th><td>{input.Title.For(request.Language)}. {input.Description.For(request.Language)}</td><td>{occurs}</td><td><code>{input.Kind.Schema(request.Language).ToJsonString()}</code>{otherwise}</td></tr>
            """);
    }

    private static Html Output(ApiRequest request, ProcessOutput output) => Html.Of($"""
        <tr><th scope="row"><code>{output.Name}</code></th><td>{output.Title.For(request.Language)}. {output.Description.For(request.Language)}</td><td><code>{output.MediaType}</code></td></tr>
        """);
}

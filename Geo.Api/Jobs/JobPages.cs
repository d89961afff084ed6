using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Api.Pages;
using Geo.Engine.Jobs;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Jobs;

/// <summary>Jobs for people.</summary>
internal static class JobPages
{
    public static byte[] List(ApiRequest request, JobListDocument list)
    {
        var rows = list.Jobs.Select(j => Html.Of($"""
            <tr><th scope="row"><a href="{request.Addresses.To(StatusDocument.PathOf(j.JobId), "html")}"><code>{j.JobId}</code></a></th><td>{j.ProcessId}</td><td>{StateText(request, j.Status)}</td><td class="number">{j.Progress} %</td><td>{j.Created}</td><td>{j.Message}</td></tr>
            """));
        return Render(request, Texts.Jobs.For(request.Language), CollectionPages.Trail(request), list.Links, Html.Of($"""
            <div class="wide" tabindex="0"><table>
            <thead><tr><th scope="col">{Say(request, "Công việc", "Job")}</th><th scope="col">{Say(request, "Quy trình", "Process")}</th><th scope="col">{Say(request, "Trạng thái", "Status")}</th><th scope="col">{Say(request, "Tiến độ", "Progress")}</th><th scope="col">{Say(request, "Tạo lúc", "Created")}</th><th scope="col">{Say(request, "Bước", "Step")}</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            """));
    }

    public static byte[] One(ApiRequest request, StatusDocument job) => Render(request, Title(request, job.JobId), Trail(request), job.Links, Html.Of($"""
        <dl>
        <dt>{Say(request, "Quy trình", "Process")}</dt><dd><a href="{request.Addresses.To(Processes.ProcessDocuments.PathOf(job.ProcessId), "html")}">{job.ProcessId}</a></dd>
        <dt>{Say(request, "Trạng thái", "Status")}</dt><dd>{StateText(request, job.Status)}</dd>
        <dt>{Say(request, "Tiến độ", "Progress")}</dt><dd><progress max="100" value="{job.Progress}" aria-label="{Say(request, "Tiến độ", "Progress")}" data-job="{request.Addresses.To(StatusDocument.PathOf(job.JobId), "json")}">{job.Progress} %</progress> {job.Progress} %</dd>
        <dt>{Say(request, "Bước", "Step")}</dt><dd>{job.Message}</dd>
        <dt>{Say(request, "Tạo lúc", "Created")}</dt><dd>{job.Created}</dd>
        <dt>{Say(request, "Bắt đầu", "Started")}</dt><dd>{job.Started}</dd>
        <dt>{Say(request, "Kết thúc", "Finished")}</dt><dd>{job.Finished}</dd>
        <dt>{Say(request, "Cập nhật", "Updated")}</dt><dd>{job.Updated}</dd>
        </dl>
        {PageScript.Of(request)}
        """));

    public static byte[] Results(ApiRequest request, Job job)
    {
        var path = StatusDocument.PathOf(job.Id);
        var outcome = StatusDocument.OutcomeOf(job)!; // it was successful
        var outputs = outcome.Outputs.Select(o => Html.Of($"""
            <li><a href="{request.Addresses.To($"{path}/results/{Addresses.Segment(o.Name)}")}" type="{o.MediaType}">{o.Name}</a> <code>{o.MediaType}</code></li>
            """));
        var published = outcome.Published.Select(p => Html.Of($"""<li><a href="{request.Addresses.To(p.Path)}" type="{p.Type}">{p.Title}</a> <code>{p.Type}</code></li>"""));
        return Render(request, Say(request, "Kết quả", "Results"), [.. Trail(request), (request.Addresses.To(path, "html"), Title(request, job.Id))], [.. request.OwnLinks([Representation.Json, Representation.Html])], Html.Of($"""
            <h2>{Say(request, "Đầu ra", "Outputs")}</h2>
            <ul>{outputs}</ul>
            <h2>{Say(request, "Đã công bố", "Published")}</h2>
            <ul>{published}</ul>
            """));
    }

    private static string Title(ApiRequest request, string jobId) => $"{Say(request, "Công việc", "Job")} {jobId[..Math.Min(8, jobId.Length)]}";

    private static (string, string)[] Trail(ApiRequest request) =>
        [.. CollectionPages.Trail(request), (request.Addresses.To("/jobs", "html"), Texts.Jobs.For(request.Language))];

    private static string StateText(ApiRequest request, string status) => status switch
    {
        "accepted" => Say(request, "đang chờ", "accepted"),
        "running" => Say(request, "đang chạy", "running"),
        "successful" => Say(request, "thành công", "successful"),
        "failed" => Say(request, "thất bại", "failed"),
        _ => Say(request, "đã hủy", "dismissed"),
    };
}

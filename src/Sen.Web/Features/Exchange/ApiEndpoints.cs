using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sen.Web.Data;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Sen.Web.Features.Exchange;

/// <summary>The public API: read-only, without a key, from any other site. Errors are problem+json (RFC 9457) in the reader's language and in both.</summary>
public static class ApiEndpoints
{
    public const string Root = "/api/v1";
    private static readonly string[] Reads = ["GET", "HEAD"];
    private static readonly JsonSerializerOptions ProblemJson = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static void MapExchange(this WebApplication routes)
    {
        var api = routes.MapGroup(Root).AllowAnonymous();
        api.AddEndpointFilter((call, next) =>
        {
            Open(call.HttpContext.Response);
            return next(call);
        });
        api.MapMethods("/programmes", Reads, async (HttpContext context, AppDb db, SiteAddress site, Language l, IOptions<JsonOptions> json, CancellationToken ct) =>
            Ask(context, l) is { } no ? no : List(context, site, await ApiLists.ProgrammesAsync(db, site, ApiQuestion.Read(context.Request.Query).Question, ct), json))
            .Said(ApiGuide.Programmes).Produces<ApiPage<ApiProgramme>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods("/workshops", Reads, async (HttpContext context, ApiWorkshops workshops, SiteAddress site, Language l, IOptions<JsonOptions> json, CancellationToken ct) =>
            Ask(context, l) is { } no ? no : List(context, site, await workshops.ListAsync(ApiQuestion.Read(context.Request.Query).Question, ct), json))
            .Said(ApiGuide.Workshops).Produces<ApiPage<ApiWorkshop>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods("/workshops/{code}", Reads, async (string code, HttpContext context, ApiWorkshops workshops, Language l, IOptions<JsonOptions> json, CancellationToken ct) =>
            await workshops.FindAsync(code, ct) is { } found ? Json(found, json)
                : Problem(context, l, StatusCodes.Status404NotFound, new("Không có hội thảo này", "No such workshop"), new("Không có hội thảo công khai nào mang mã này. Xem các mã tại /api/v1/workshops.", "No public workshop has this code. See the codes at /api/v1/workshops.")))
            .Said(ApiGuide.Workshop).Produces<ApiWorkshopWhole>().ProducesProblem(StatusCodes.Status404NotFound);

        api.Map("/{**rest}", (HttpContext context, Language l) => context.Request.Method switch
        {
            "OPTIONS" => Results.NoContent(),
            "GET" or "HEAD" => Problem(context, l, StatusCodes.Status404NotFound, new("Không có địa chỉ này", "No such address"), new("API không có địa chỉ này. Xem /openapi/v1.json.", "The API has no such address. See /openapi/v1.json.")),
            _ => Problem(context, l, StatusCodes.Status405MethodNotAllowed, new("API này chỉ để đọc", "This API is read-only"), new("Chỉ nhận GET và HEAD.", "Only GET and HEAD are taken.")),
        }).ExcludeFromDescription();

        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().CacheOutput(PublicPages.Policy)
            .AddEndpointFilter((call, next) =>
            {
                Open(call.HttpContext.Response);
                return next(call);
            });
        routes.MapMethods("/api", Reads, (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            return Results.Redirect("/" + LanguageRouting.OfReader(context.Request) + "/api");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static RouteHandlerBuilder Said(this RouteHandlerBuilder route, ApiOperation operation) => route
        .WithName(operation.Id).WithTags("Sen").WithMetadata(operation, new ReadsQueryAttribute([.. operation.Parameters.Where(p => !p.InPath).Select(p => p.Name)]))
        .CacheOutput(PublicPages.Policy);

    /// <summary>Public data: any other site's pages may read them. Nothing here depends on who asks.</summary>
    private static void Open(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Link";
        if (response.HttpContext.Request.Method != "OPTIONS") return;
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "Accept, Accept-Language, If-None-Match";
        response.Headers.AccessControlMaxAge = "86400";
    }

    private static IResult? Ask(HttpContext context, Language l)
    {
        var (_, wrong) = ApiQuestion.Read(context.Request.Query);
        if (wrong.Count == 0) return null;
        return Problem(context, l, StatusCodes.Status400BadRequest, new("Câu hỏi không dùng được", "The question cannot be used"),
            new(string.Join("; ", wrong.Select(w => $"{w.Key} {w.Value.Vi}")) + ".", string.Join("; ", wrong.Select(w => $"{w.Key} {w.Value.En}")) + "."), wrong);
    }

    private static TaggedAnswer List<T>(HttpContext context, SiteAddress site, ApiPage<T> page, IOptions<JsonOptions> json) => Json(page, json, KeyValuePair.Create("Link", ApiLists.Links(context.Request, site, page)));

    private static TaggedAnswer Json<T>(T answer, IOptions<JsonOptions> json, params KeyValuePair<string, string>[] headers) =>
        new("application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions)) { Language = "vi, en", Headers = headers };

    private static IResult Problem(HttpContext context, Language l, int status, Bilingual title, Bilingual detail, IReadOnlyDictionary<string, Bilingual>? wrong = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        var problem = new ProblemDetails { Status = status, Title = l.Plain(title), Detail = l.Plain(detail), Instance = context.Request.Path };
        problem.Extensions["details"] = new { vi = detail.Vi, en = detail.En };
        if (wrong is not null) problem.Extensions["errors"] = wrong.ToDictionary(w => w.Key, w => new { vi = w.Value.Vi, en = w.Value.En });
        return Results.Json(problem, ProblemJson, "application/problem+json; charset=utf-8", status);
    }
}

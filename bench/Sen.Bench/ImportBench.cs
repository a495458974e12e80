using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Bench;

/// <summary>
/// A workbook of 10,000 rows through the running server, as a browser sends it: uploaded and previewed, then written. Each round is another
/// list into another workshop; the first two warm the server up.
/// </summary>
internal static partial class ImportBench
{
    private const int Rows = 10_000;
    private const int Rounds = 7;
    private static readonly string[] Headers = ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Tỉnh/Thành phố", "Điện thoại", "Email"];

    public static async Task RunAsync()
    {
        await using var place = await BenchPlace.MakeAsync(sample: true);
        await place.App.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(place.App.Urls.First()) };
        await SendAsync(browser, Token(await browser.GetStringAsync("/vi/sign-in")), "/vi/sign-in", new() { ["Email"] = SampleAccounts.Administrator, ["Password"] = SampleAccounts.Password });
        Console.WriteLine($"{Rows} rows × {Headers.Length} columns, {place.Engine}, over HTTP, milliseconds");
        Console.WriteLine($"{"round",-8}{"upload",8}{"preview",9}{"writing",9}{"its CPU",9}{"  preview where 500 rows are wrong",10}");
        for (var round = 1; round <= Rounds; round++)
        {
            var code = await WorkshopAsync(place, round);
            var (upload, preview, address, token) = await PreviewAsync(browser, code, await WorkbookAsync(round, wrong: false));
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var to = await SendAsync(browser, token, address + "?handler=Write", []);
            var (writing, busy) = (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            if (!to.EndsWith("/people", StringComparison.Ordinal)) throw new InvalidOperationException("The list was not written: " + to);
            var (_, wrong, _, _) = await PreviewAsync(browser, code, await WorkbookAsync(round + 100, wrong: true));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round <= 2 ? "warm-up" : round - 2),-8}{upload,8:0}{preview,9:0}{writing,9:0}{busy,9:0}{wrong,10:0}"));
        }
    }

    private static async Task<(double Upload, double Preview, string Address, string Token)> PreviewAsync(HttpClient browser, string code, byte[] workbook)
    {
        var page = $"/vi/desk/workshops/{code}/import";
        var token = Token(await browser.GetStringAsync(page));
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(workbook), "List", "danh-sach.xlsx" } };
        var watch = Stopwatch.StartNew();
        using var answer = await browser.PostAsync(page, form);
        var upload = watch.Elapsed.TotalMilliseconds;
        var address = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"The list was not taken: {answer.StatusCode}");
        watch.Restart();
        var html = await browser.GetStringAsync(address);
        return (upload, watch.Elapsed.TotalMilliseconds, address, Token(html));
    }

    private static async Task<string> SendAsync(HttpClient browser, string token, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = token;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(address, form);
        return answer.StatusCode == HttpStatusCode.Found ? answer.Headers.Location!.ToString() : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    private static async Task<string> WorkshopAsync(BenchPlace place, int round)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var programme = await scope.ServiceProvider.GetRequiredService<AppDb>().Programmes.SingleAsync(p => p.Code == "mau-2026");
        var code = string.Create(CultureInfo.InvariantCulture, $"do-{round}");
        var workshops = scope.ServiceProvider.GetRequiredService<WorkshopDesk>();
        var workshop = await workshops.CreateAsync(programme.Id, code, Bilingual.Same(code), new DateOnly(2027, 1, 20), null, CopiedParts.None, default);
        // Published, so that each of the people gets a mail: the most there is to write.
        await scope.ServiceProvider.GetRequiredService<AppDb>().Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, WorkshopStatus.Published));
        return code;
    }

    /// <summary>Different people in every round; where something is wrong it is a phone number, every twentieth row.</summary>
    private static async Task<byte[]> WorkbookAsync(int round, bool wrong)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => (IReadOnlyList<object?>)
        [
            i + 1, Crowd.Name(i), i % 2 == 0 ? "Nữ" : "Nam", 1960 + (i % 40), "Chuyên viên", "Sở Công Thương thành phố Huế", "Huế",
            wrong && i % 20 == 0 ? "0912" : string.Create(CultureInfo.InvariantCulture, $"09{round:000}{i:00000}"), string.Create(CultureInfo.InvariantCulture, $"mau{round}-{i}@bench.example"),
        ]);
        using var file = new MemoryStream();
        await TableWriter.WriteXlsxAsync(file, "Danh sách", Headers, rows);
        return file.ToArray();
    }

    private static string Token(string html) => TokenField().Match(html) is { Success: true } m ? m.Groups[1].Value : throw new InvalidOperationException("The page has no form token.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Tests.Platform.Errors;

public sealed partial class ErrorPagesTests(TestSite site) : IAsyncLifetime
{
    private readonly Notes notes = new();
    private WebApplication app = null!;
    private HttpClient visitor = null!;

    /// <summary>A second node that keeps its log, and fails at two addresses that no page has.</summary>
    public async ValueTask InitializeAsync()
    {
        app = site.Build(builder =>
        {
            builder.Logging.AddProvider(notes);
            builder.Services.AddSingleton<IStartupFilter>(new Failing());
        });
        await app.StartAsync();
        visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(5) }))
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
        notes.Dispose();
    }

    [Theory]
    [InlineData(400, "vi", "Yêu cầu không dùng được")]
    [InlineData(400, "en", "The request cannot be used")]
    [InlineData(403, "vi", "Ông/Bà chưa có quyền xem trang này")]
    [InlineData(403, "en", "You may not open this page")]
    [InlineData(404, "vi", "Không có trang này")]
    [InlineData(404, "en", "There is no such page")]
    [InlineData(409, "vi", "Người khác vừa sửa cùng chỗ")]
    [InlineData(409, "en", "Somebody else has just changed the same thing")]
    [InlineData(413, "vi", "Tệp hoặc nội dung gửi lên quá lớn")]
    [InlineData(413, "en", "The file or form is too large")]
    [InlineData(500, "vi", "Hệ thống gặp lỗi")]
    [InlineData(500, "en", "Something went wrong here")]
    public async Task Each_error_is_a_page_in_the_readers_language_with_a_reference_that_stands_in_the_log(int status, string lang, string heading)
    {
        using var answer = await ProvokeAsync(status, lang);
        Assert.Equal(status, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{lang}\">", html, StringComparison.Ordinal);
        Assert.Equal(lang, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains($"<h1>{heading}</h1>", html, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var reference = ReferenceText().Match(html).Groups[1].Value;
        var line = Assert.Single(notes.Lines, l => l.Contains("Reference " + reference, StringComparison.Ordinal));
        Assert.Contains($"status {status} at /{lang}/", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_failure_names_its_cause_and_the_page_does_not()
    {
        using var answer = await ProvokeAsync(500, "en");
        Assert.DoesNotContain("the disk is on fire", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(notes.Lines, l => l.StartsWith("Reference ", StringComparison.Ordinal) && l.Contains("the disk is on fire", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_unknown_address_is_not_there_for_any_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/en/no-such-page");
        if (method == "POST") request.Content = new FormUrlEncodedContent([new("a", "b")]);
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        if (method == "HEAD") Assert.Empty(body);
        else Assert.Contains("<h1>There is no such page</h1>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_an_error_page_itself_is_no_page()
    {
        using var answer = await visitor.GetAsync("/error/500");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> ProvokeAsync(int status, string lang)
    {
        switch (status)
        {
            case 400:
                return await visitor.PostAsync($"/{lang}/sign-in", new FormUrlEncodedContent([new("Email", "a@b.example"), new("__RequestVerificationToken", "forged")]));
            case 403:
                await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = "totchuc@sen.example", ["Password"] = Sen.Web.Features.Accounts.SampleAccounts.Password });
                return await visitor.GetAsync($"/{lang}/accounts");
            case 409:
                return await visitor.GetAsync($"/{lang}/test-conflict");
            case 413:
                using (var request = new HttpRequestMessage(HttpMethod.Post, $"/{lang}/sign-in") { Content = new ByteArrayContent(new byte[(40 * 1024 * 1024) + 1]) })
                {
                    request.Headers.ExpectContinue = true;
                    request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
                    return await visitor.SendAsync(request);
                }
            case 500:
                return await visitor.GetAsync($"/{lang}/test-failure");
            default:
                return await visitor.GetAsync($"/{lang}/no-such-page");
        }
    }

    [GeneratedRegex("<code>([0-9a-f]{10})</code>")]
    private static partial Regex ReferenceText();

    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext context, RequestDelegate rest) => context.Request.Path.Value switch
            {
                "/vi/test-failure" or "/en/test-failure" => throw new InvalidOperationException("the disk is on fire"),
                "/vi/test-conflict" or "/en/test-conflict" => throw new DbUpdateConcurrencyException("changed meanwhile"),
                _ => rest(context),
            });
        };
    }

    private sealed class Notes : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + " " + exception);

        public void Dispose()
        {
        }
    }
}

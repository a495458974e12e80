namespace Sen.Web.Tests;

/// <summary>
/// The cookies of one browser. The framework's own container goes by the machine's clock, and the site under test by the test's:
/// a sign-in of twelve hours would be over before it began.
/// </summary>
internal sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (cookies)
            if (cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
        lock (cookies)
            foreach (var cookie in set)
            {
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : ("", "");
                if (value.Length == 0) cookies.Remove(name);
                else cookies[name] = value;
            }
        return answer;
    }
}

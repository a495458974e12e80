using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sen.Web.Platform.Settings;

/// <summary>
/// Where links in mails lead: the setting Site:Address, or else the address this server listens on. Never the host a request names:
/// whoever asks for a password link could send it to a host of their own.
/// </summary>
public sealed class SiteAddress(IConfiguration settings, IServer server)
{
    public string Base => settings["Site:Address"] is { Length: > 0 } set ? set.TrimEnd('/') : Listening;

    public string Link(string lang, string path) => Base + "/" + lang + path;

    private string Listening
    {
        get
        {
            var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:" + (settings["PORT"] is { Length: > 0 } port ? port : "5080");
            return first.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
        }
    }
}

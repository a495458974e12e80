using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;

namespace Sen.Web.Tests.Features.Programmes.Materials;

/// <summary>Papers as a form sends them, and straight onto the shelf.</summary>
internal static class Uploads
{
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient visitor, Workshop workshop, Dictionary<string, string> fields, params (string Name, byte[] Content)[] files)
    {
        var page = $"/vi/desk/workshops/{workshop.Code}/materials";
        using var form = new MultipartFormDataContent { { new StringContent(Visits.Token(await visitor.GetStringAsync(page))), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "Files", name);
        return await visitor.PostAsync(page, form);
    }

    public static Task<Material> PaperAsync(this TestSite site, Workshop workshop, string name, byte[] content, Action<Material>? describe = null, MaterialPlace? place = null) => site.InScopeAsync(async s =>
    {
        var mine = await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id);
        using var stream = new MemoryStream(content);
        var taken = await s.GetRequiredService<MaterialDesk>().AddAsync(mine, place ?? new(null, null), m => describe?.Invoke(m), [(name, stream)], default);
        return Assert.Single(taken).Material!;
    });

    public static string At(Workshop workshop, Material material, string tail = "/tep") => $"/vi/workshops/{workshop.Code}/materials/{material.Id}{tail}";

    /// <summary>The same paper for somebody with a private link.</summary>
    public static string Own(string link, Material material, string tail = "/tep") => link.Replace("/registration?", $"/registration/materials/{material.Id}{tail}?", StringComparison.Ordinal);

    public static string OwnZip(string link) => link.Replace("/registration?", "/registration/materials.zip?", StringComparison.Ordinal);
}

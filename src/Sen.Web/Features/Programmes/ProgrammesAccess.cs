using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.Programmes;

public static class ProgrammesAccess
{
    internal static void Apply(AccessRules rules)
    {
        rules.Public("/Programmes/Workshops", "/Programmes/WorkshopPage");
        rules.For("/Programmes/Edit", MayOrganiseAsync);
    }

    /// <summary>For pages with the code of a workshop in their address: its organiser, its programme's manager, an administrator.</summary>
    public static async ValueTask<bool> MayOrganiseAsync(AccessRequest request)
    {
        if (!request.Standing.IsStaff) return false;
        var code = request.Text("code");
        var ids = await request.Db.Workshops.Where(w => w.Code == code).Select(w => new { w.Id, w.ProgrammeId }).FirstOrDefaultAsync(request.Cancelled);
        // An unknown code is «no such page» for staff; the page itself says so.
        return ids is null || request.Standing.MayOrganise(ids.Id, ids.ProgrammeId);
    }
}

using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.Programmes;

public static class ProgrammesAccess
{
    internal static void Apply(AccessRules rules)
    {
        rules.Public("/Programmes/Workshops", "/Programmes/WorkshopPage", "/Programmes/ProgrammePage", "/Programmes/Materials/ReadPage", "/Programmes/Now/NowPage",
            "/Programmes/Printing/ProgrammePrint");
        rules.For("/Programmes/Edit", MayOrganiseAsync);
        rules.For("/Programmes/Releases", MayOrganiseAsync);
        rules.For("/Programmes/Materials", MayOrganiseAsync);
        rules.Staff("/Programmes/Edit/ProgrammeListPage");
        rules.For("/Programmes/Edit/ProgrammeForm", MayManageAsync);
        rules.For("/Programmes/Edit/NewWorkshop", MayManageAsync);
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

    /// <summary>For pages with the code of a programme: its manager; a new programme is an administrator's.</summary>
    public static async ValueTask<bool> MayManageAsync(AccessRequest request)
    {
        if (request.Standing.IsAdministrator) return true;
        var code = request.Text("programme");
        var id = await request.Db.Programmes.Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(request.Cancelled);
        return id is { } programme && request.Standing.MayManageProgramme(programme);
    }
}

using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Programmes;

/// <summary>Where workshops are set up: created, copied, changed, and moved through their states.</summary>
public sealed class WorkshopDesk(AppDb db)
{
    public Task<Workshop?> FindAsync(string code, CancellationToken ct) => db.Workshops.FirstOrDefaultAsync(w => w.Code == code, ct);
}

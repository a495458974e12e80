using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>A list of people leaving the house is worth a line in the trail.</summary>
public sealed class ExportNote(AppDb db, Actor actor, TimeProvider clock)
{
    public async Task WriteAsync(HttpRequest request, string format, int rows, CancellationToken ct)
    {
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Action = "exported", Subject = nameof(Person), SubjectId = "", Why = $"{rows} × {format} {request.Path} {request.QueryString}" });
        await db.SaveChangesAsync(ct);
    }
}

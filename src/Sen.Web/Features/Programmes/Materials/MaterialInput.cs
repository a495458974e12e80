using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>What an organiser says of a material.</summary>
public sealed class MaterialInput
{
    public int Version { get; set; }
    public BilingualInput Title { get; set; } = new();
    /// <summary>«» the workshop as a whole, «s:id» a session, «t:id» a topic.</summary>
    public string Place { get; set; } = "";
    public string Lang { get; set; } = "vi";
    public MaterialAudience Audience { get; set; } = MaterialAudience.Participants;
    public MaterialMoment Moment { get; set; }
    [Between(1, 999)]
    public int Position { get; set; } = 1;

    public static MaterialInput Of(Material m) => new()
    {
        Version = m.Version,
        Title = BilingualInput.Of(m.Title),
        Place = m.TopicId is { } topic ? $"t:{topic}" : m.SessionId is { } session ? $"s:{session}" : "",
        Lang = m.Lang,
        Audience = m.Audience,
        Moment = m.Moment,
        Position = m.Position,
    };

    /// <summary>Null for a place that is not offered.</summary>
    public MaterialPlace? PlaceOf(IEnumerable<SelectListItem> places)
    {
        if (!places.Any(p => p.Value == Place)) return null;
        var id = Place.Length > 2 ? Guid.Parse(Place[2..]) : (Guid?)null;
        return Place.StartsWith("s:", StringComparison.Ordinal) ? new(id, null) : Place.StartsWith("t:", StringComparison.Ordinal) ? new(null, id) : new(null, null);
    }

    public void Onto(Material m) => (m.Lang, m.Audience, m.Moment) = (MaterialWords.Languages.Contains(Lang) ? Lang : "vi", Audience, Moment);

    /// <summary>The sessions of the draft, and for those who manage the programme its topics.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> PlacesAsync(AppDb db, Workshop workshop, bool topics, Language l, CancellationToken ct)
    {
        var places = new List<SelectListItem> { new(l["Chung cho hội thảo", "The workshop as a whole"], "") };
        var inSessions = new SelectListGroup { Name = l["Phiên", "Session"] };
        var sessions = await db.AgendaSessions.AsNoTracking().Where(s => s.WorkshopId == workshop.Id).ToListAsync(ct);
        places.AddRange(AgendaDay.InOrder(sessions).Select(s => new SelectListItem($"{AgendaChanges.Day(s, workshop.StartsOn, l)}, {AgendaChanges.Hours(s, l)}: {l.Plain(s.Title)}", $"s:{s.Id}") { Group = inSessions }));
        if (!topics) return places;
        var inTopics = new SelectListGroup { Name = l["Chủ đề, chung cho mọi hội thảo của chương trình", "Topic, shared by every workshop of the programme"] };
        places.AddRange((await db.Set<CurriculumTopic>().AsNoTracking().Where(t => t.ProgrammeId == workshop.ProgrammeId).OrderBy(t => t.Position).ToListAsync(ct))
            .Select(t => new SelectListItem(l.Plain(t.Title), $"t:{t.Id}") { Group = inTopics }));
        return places;
    }
}

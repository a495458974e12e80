using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What a group of participants can be chosen by in one workshop: the agencies that are there, the answers people gave.</summary>
public sealed class GroupChoices(Language l)
{
    private IReadOnlyList<(string Value, string Text)> agencies = [];
    private List<WorkshopQuestion> questions = [];

    public static async Task<GroupChoices> OfAsync(AppDb db, Guid workshopId, Language language, CancellationToken ct) =>
        Of(await AgenciesAsync(db, workshopId, ct), await db.WorkshopQuestions.AsNoTracking().Where(q => q.WorkshopId == workshopId).OrderBy(q => q.Position).ToListAsync(ct), language);

    /// <summary>Of what a list has read already.</summary>
    public static GroupChoices Of(IEnumerable<(Guid Id, Bilingual Name)> agencies, IEnumerable<WorkshopQuestion> questions, Language language) =>
        new(language) { agencies = [.. agencies.Select(a => (a.Id.ToString(), language.Plain(a.Name)))], questions = [.. questions] };

    public static async Task<IReadOnlyList<(Guid Id, Bilingual Name)>> AgenciesAsync(AppDb db, Guid workshopId, CancellationToken ct)
    {
        var here = db.Registrations.Where(r => r.WorkshopId == workshopId);
        var found = await db.Agencies.AsNoTracking().Where(a => here.Select(r => r.AgencyId).Contains(a.Id)).OrderBy(a => a.SortKey).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        return found.ConvertAll(a => (a.Id, a.Name));
    }

    public bool HasAnswers => questions.Count > 0;

    public IEnumerable<SelectListItem> Units(string chosen) => agencies.Select(a => new SelectListItem(a.Text, a.Value, a.Value == chosen)).Prepend(Any);

    public IEnumerable<SelectListItem> Answers(string chosen)
    {
        yield return Any;
        foreach (var q in questions)
        {
            var group = new SelectListGroup { Name = l.Plain(q.Label) };
            foreach (var value in ValuesOf(q).Append("")) yield return Line(q, value, group, chosen);
        }
    }

    /// <summary>The group in words, each condition by itself: «Đã có chỗ», «Học viên», «Cần Thơ».</summary>
    public IReadOnlyList<string> Words(ParticipantFilter f, IReadOnlyDictionary<string, string> provinces, IReadOnlyDictionary<string, Bilingual> kinds, IEnumerable<SeatLimit> limits)
    {
        var words = new List<string>();
        if (f.State == ParticipantFilter.Taken) words.Add(l["chiếm chỗ", "taking a seat"]);
        else if (Enum.TryParse<RegistrationState>(f.State, out var state)) words.Add(state.Words(l));
        if (Enum.TryParse<ParticipantKind>(f.Kind, out var kind)) words.Add(kind.Words(l));
        if (f.Province.Length > 0) words.Add(provinces.GetValueOrDefault(f.Province, f.Province));
        if (f.Agency.Length > 0) words.Add(kinds.TryGetValue(f.Agency, out var agency) ? l.Plain(agency) : f.Agency);
        if (f.Unit.Length > 0) words.Add(agencies.FirstOrDefault(a => a.Value == f.Unit).Text ?? l["cơ quan không còn trong danh sách", "an agency no longer on the list"]);
        if (f.Limit.Length > 0) words.Add(l.Plain(limits.FirstOrDefault(x => x.Id.ToString() == f.Limit)?.Name ?? new("hạn mức đã bỏ", "a limit since removed")));
        if (AskedAnswer.Read(f.Answer) is { } asked && questions.Find(q => q.Id == asked.Question) is { } question)
            words.Add($"{l.Plain(question.Label)} {(asked.Value.Length == 0 ? l["(chưa trả lời)", "(not answered)"] : question.Shown(asked.Value, l))}");
        if (Enum.TryParse<ToCheck>(f.Check, out var check)) words.Add(check.Words(l));
        if (f.Q.Length > 0) words.Add(l[$"tìm «{f.Q}»", $"search “{f.Q}”"]);
        return words;
    }

    private SelectListItem Any => new(l["Tất cả", "All"], "");

    private SelectListItem Line(WorkshopQuestion q, string value, SelectListGroup group, string chosen)
    {
        var key = new AskedAnswer(q.Id, value).ToString();
        return new(value.Length == 0 ? l["Chưa trả lời", "Not answered"] : q.Shown(value, l), key, key == chosen) { Group = group };
    }

    private static IEnumerable<string> ValuesOf(WorkshopQuestion q) => q.Kind switch
    {
        QuestionKind.YesNo => ["yes", "no"],
        QuestionKind.OneOf or QuestionKind.ManyOf => q.OptionList.Select(o => o.Vi),
        _ => [],
    };
}

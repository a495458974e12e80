using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Edit;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What the form of one workshop offers: its provinces, those invited first, its own questions, and what was answered so far.</summary>
public sealed class RegistrationForm
{
    /// <summary>The choice of whoever works for a national body: no province.</summary>
    public const string National = "none";

    private readonly Dictionary<Guid, IReadOnlyList<string>> given = [];

    private RegistrationForm(IReadOnlyList<WorkshopQuestion> questions, IReadOnlyList<SelectListItem> provinces) => (Questions, Provinces) = (questions, provinces);

    public IReadOnlyList<WorkshopQuestion> Questions { get; }
    public IReadOnlyList<SelectListItem> Provinces { get; }

    /// <summary>The boxes from top to bottom.</summary>
    public IReadOnlyList<string> Boxes =>
    [
        .. new[] { "FullName", "Honorific", "Sex", "Email", "Phone", "Agency", "ProvinceId", "Position" }.Select(b => "Input." + b),
        .. Questions.Select(q => AnswerReader.NameOf(q.Id)),
        "Input.Diet", "Input.AccessNeeds", "Input.Consents",
    ];

    public static async Task<RegistrationForm> OfAsync(AppDb db, Workshop workshop, TimeProvider clock, Language l, CancellationToken ct)
    {
        var questions = await db.WorkshopQuestions.AsNoTracking().Where(q => q.WorkshopId == workshop.Id && !q.IsRetired).OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);
        var invited = await db.Workshops.Where(w => w.Id == workshop.Id).SelectMany(w => w.RegionProvinces).Select(p => p.ProvinceId).ToListAsync(ct);
        var provinces = await ProvinceChoices.OfAsync(db, workshop.StartsOn, clock, ct);
        var (first, rest) = (new SelectListGroup { Name = l["Được mời", "Invited"] }, new SelectListGroup { Name = invited.Count > 0 ? l["Các tỉnh khác", "Other provinces"] : l["Tỉnh, thành phố", "Provinces"] });
        List<SelectListItem> choices =
        [
            new(l["Chưa chọn", "Not chosen"], ""),
            .. provinces.Where(p => invited.Contains(p.Id)).Select(p => new SelectListItem(p.Name, p.Id) { Group = first }),
            .. provinces.Where(p => !invited.Contains(p.Id)).Select(p => new SelectListItem(p.Name, p.Id) { Group = rest }),
            new(l["Cơ quan trung ương", "National body"], National) { Group = new SelectListGroup { Name = l["Không thuộc tỉnh nào", "No province"] } },
        ];
        return new RegistrationForm(questions, choices);
    }

    public IReadOnlyList<string> Given(WorkshopQuestion question) => given.GetValueOrDefault(question.Id, []);

    /// <summary>What was answered before, to be changed.</summary>
    public void Begin(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers) given[answer.QuestionId] = answer.Value.Split('\n');
    }

    /// <summary>Reads every answer; a complaint stands at its question. An empty text takes an answer back.</summary>
    public IReadOnlyDictionary<Guid, string> Read(IFormCollection form, ModelStateDictionary state, Language l)
    {
        var answers = new Dictionary<Guid, string>();
        foreach (var question in Questions)
        {
            var name = AnswerReader.NameOf(question.Id);
            var texts = given[question.Id] = [.. form[name].Select(t => t ?? "")];
            var (value, complaint) = AnswerReader.Read(question, texts, l);
            if (complaint is not null) state.AddModelError(name, complaint);
            else answers[question.Id] = value ?? "";
        }
        return answers;
    }
}

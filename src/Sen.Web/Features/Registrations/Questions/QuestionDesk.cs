using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Questions;

/// <summary>Where a workshop's own questions are written. Nothing that was answered is lost: a question is retired, not removed.</summary>
public sealed class QuestionDesk(AppDb db)
{
    public Task<List<WorkshopQuestion>> AllAsync(Guid workshopId, CancellationToken ct) =>
        db.WorkshopQuestions.AsNoTracking().Where(q => q.WorkshopId == workshopId).OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);

    public Task<Dictionary<Guid, int>> AnswersAsync(Guid workshopId, CancellationToken ct) =>
        db.Answers.Where(a => db.WorkshopQuestions.Any(q => q.Id == a.QuestionId && q.WorkshopId == workshopId)).GroupBy(a => a.QuestionId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);

    /// <summary>The different answers given so far: an option somebody chose must stay to choose from.</summary>
    public async Task<IReadOnlyList<string>> ValuesAsync(Guid questionId, CancellationToken ct) =>
        [.. (await db.Answers.Where(a => a.QuestionId == questionId && a.Value != "").Select(a => a.Value).Distinct().ToListAsync(ct)).SelectMany(v => v.Split('\n')).Distinct(StringComparer.Ordinal)];

    /// <summary>False where the question is not of this workshop. An answered question keeps its kind, whatever the form says.</summary>
    public async Task<bool> SaveAsync(Guid workshopId, Guid? id, Action<WorkshopQuestion> write, CancellationToken ct)
    {
        WorkshopQuestion? question;
        if (id is null)
        {
            var last = await db.WorkshopQuestions.Where(q => q.WorkshopId == workshopId).MaxAsync(q => (int?)q.Position, ct) ?? 0;
            db.WorkshopQuestions.Add(question = new WorkshopQuestion { WorkshopId = workshopId, Position = last + 1 });
            write(question);
        }
        else
        {
            question = await db.WorkshopQuestions.FirstOrDefaultAsync(q => q.Id == id && q.WorkshopId == workshopId, ct);
            if (question is null) return false;
            var kind = question.Kind;
            write(question);
            if (await db.Answers.AnyAsync(a => a.QuestionId == id, ct)) question.Kind = kind;
        }
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<bool> RetireAsync(Guid workshopId, Guid id, bool retired, CancellationToken ct)
    {
        if (await db.WorkshopQuestions.FirstOrDefaultAsync(q => q.Id == id && q.WorkshopId == workshopId, ct) is not { } question) return false;
        question.IsRetired = retired;
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<bool> UpAsync(Guid workshopId, Guid id, CancellationToken ct)
    {
        var all = await db.WorkshopQuestions.Where(q => q.WorkshopId == workshopId).OrderBy(q => q.IsRetired).ThenBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);
        var at = all.FindIndex(q => q.Id == id);
        if (at < 1) return false;
        (all[at - 1], all[at]) = (all[at], all[at - 1]);
        for (var i = 0; i < all.Count; i++) all[i].Position = i + 1;
        await db.SaveChangesAsync(ct);
        return true;
    }
}

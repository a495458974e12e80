using Sen.Web.Data;

namespace Sen.Web.Features.Registrations;

/// <summary>Whoever answered a workshop's own question so; an empty value stands for those who have not answered.</summary>
public sealed record AskedAnswer(Guid Question, string Value)
{
    public static AskedAnswer? Read(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && Guid.TryParse(text[..at], out var question) ? new(question, text[(at + 1)..]) : null;

    public override string ToString() => $"{Question:N}={Value}";

    /// <summary>Of several options each stands on a line of its own.</summary>
    public IQueryable<Registration> Only(AppDb db, IQueryable<Registration> rows)
    {
        var (question, line) = (Question, "\n" + Value + "\n");
        return Value.Length == 0
            ? rows.Where(r => !db.Answers.Any(a => a.RegistrationId == r.Id && a.QuestionId == question && a.Value != ""))
            : rows.Where(r => db.Answers.Any(a => a.RegistrationId == r.Id && a.QuestionId == question && ("\n" + a.Value + "\n").Contains(line)));
    }
}

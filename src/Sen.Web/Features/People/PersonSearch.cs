using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

/// <summary>
/// Finds persons by the beginnings of words in any order: «dung nguyen» finds Nguyễn Việt Dũng. Words and not trigrams, because half of
/// the Vietnamese given names have two letters. Both engines keep the words in an index of their own (<see cref="PersonWords"/>).
/// </summary>
public static class PersonSearch
{
    /// <summary>
    /// Above this many finds a page in the order of names is filled sooner by walking that order than by sorting the finds:
    /// with 100,000 persons «nguyen» takes 3 ms instead of 80 (docs/scale.md).
    /// </summary>
    private const int Many = 3000;

    private const string PostgresRows = $"select * from persons where {PersonWords.PostgresVector} @@ cast({{0}} as tsquery)";

    /// <summary>What a person is found by: name, agency, phone in both forms, e-mail; folded.</summary>
    public static string KeyOf(string fullName, string? agencyName, string? phone, string? email)
    {
        var national = phone is not null && phone.StartsWith("+84", StringComparison.Ordinal) ? "0" + phone[3..] : "";
        return SearchKey.Of($"{fullName} {agencyName} {phone} {national} {email}");
    }

    /// <summary>The words to look for. A number typed in groups («0912 345 678») is one word.</summary>
    public static IReadOnlyList<string> WordsOf(string? text)
    {
        if (PhoneNumber.Read(text) is { } phone) return [phone.E164];
        var words = new List<string>();
        foreach (var word in SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && IsNumber(word) && IsNumber(words[^1])) words[^1] += word;
            else if (word.Any(char.IsLetterOrDigit)) words.Add(word);
        }
        return [.. words.Distinct(StringComparer.Ordinal).Take(8)];
    }

    /// <summary>Those who have every word, from the index of words.</summary>
    public static IQueryable<Person> WithWords(this AppDb db, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return db.Persons;
        // «offset 0» keeps PostgreSQL from guessing that it would meet a rare word soon by walking the order of names.
        return db.Database.IsNpgsql()
            ? db.Persons.FromSqlRaw(PostgresRows + " offset 0", PersonWords.PostgresQuery(words))
            : db.Persons.FromSqlRaw("select * from persons where rowid in (select rowid from person_words where person_words match {0})", PersonWords.SqliteQuery(words));
    }

    /// <summary>How many have every word; straight from the index.</summary>
    public static Task<int> CountWithWordsAsync(this AppDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words.Count == 0) return db.Persons.CountAsync(p => p.MergedIntoId == null, ct);
        return (db.Database.IsNpgsql()
            ? db.Database.SqlQueryRaw<int>($"select count(*)::int as \"Value\" from persons where {PersonWords.PostgresVector} @@ cast({{0}} as tsquery)", PersonWords.PostgresQuery(words))
            : db.Database.SqlQueryRaw<int>("select count(*) as \"Value\" from person_words where person_words match {0}", PersonWords.SqliteQuery(words))).SingleAsync(ct);
    }

    /// <summary>The same persons, found while walking an order that has an index.</summary>
    public static IQueryable<Person> WithWordsOrMany(this AppDb db, IReadOnlyList<string> words, int finds)
    {
        if (finds < Many || words.Count == 0) return db.WithWords(words);
        // PostgreSQL estimates its own operator well enough to choose the walk; of «like» it believes that next to nothing is found.
        if (db.Database.IsNpgsql()) return db.Persons.FromSqlRaw(PostgresRows, PersonWords.PostgresQuery(words));
        IQueryable<Person> persons = db.Persons;
        foreach (var word in words.Select(w => " " + w)) persons = persons.Where(p => (" " + p.SearchKey).Contains(word));
        return persons;
    }

    private static bool IsNumber(string word) => word.All(c => char.IsAsciiDigit(c) || c == '+');
}

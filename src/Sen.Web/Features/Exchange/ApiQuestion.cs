using System.Globalization;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Exchange;

public enum ApiOrder { StartsOn, StartsOnDown, Title, Code }

/// <summary>What is asked of a list, read strictly: a word the API does not know is said, not passed over.</summary>
public sealed record ApiQuestion(int Page, int PageSize, ApiStatus? Status, string? Programme, int? Year, string? Province, string Text, bool Undated, ApiOrder Order)
{
    public const int MostPerPage = 100, UsualPerPage = 20;

    /// <summary>The question, or everything that is wrong with it at once.</summary>
    public static (ApiQuestion Question, IReadOnlyDictionary<string, Bilingual> Wrong) Read(IQueryCollection query)
    {
        var wrong = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        var question = new ApiQuestion(
            Number("page", 1, int.MaxValue) ?? 1, Number("pageSize", 1, MostPerPage) ?? UsualPerPage, Choice<ApiStatus>("status"), Word("programme"), Number("year", 1900, 2200), Word("province"), Word("q") ?? "",
            Word("undated") switch { null or "false" => false, "true" => true, _ => Wrong<bool>("undated", new("phải là true hoặc false", "must be true or false")) },
            Word("sort") switch
            {
                null or "-startsOn" => ApiOrder.StartsOnDown,
                "startsOn" => ApiOrder.StartsOn,
                "title" => ApiOrder.Title,
                "code" => ApiOrder.Code,
                _ => Wrong<ApiOrder>("sort", new("phải là startsOn, -startsOn, title hoặc code", "must be startsOn, -startsOn, title or code")),
            });
        return (question, wrong);

        string? Word(string name)
        {
            var text = query[name].ToString().Trim();
            if (text.Length > 200) Wrong<int>(name, new("dài quá 200 ký tự", "is longer than 200 characters"));
            return text.Length == 0 ? null : text;
        }

        int? Number(string name, int least, int most)
        {
            if (Word(name) is not { } text) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            return Wrong<int?>(name, most == int.MaxValue
                ? new($"phải là số nguyên từ {least} trở lên", $"must be a whole number, {least} or more")
                : new($"phải là số nguyên từ {least} đến {most}", $"must be a whole number from {least} to {most}"));
        }

        T? Choice<T>(string name) where T : struct, Enum
        {
            if (Word(name) is not { } text) return null;
            foreach (var value in Enum.GetValues<T>())
                if (Camel(value.ToString()) == text) return value;
            var all = string.Join(", ", Enum.GetNames<T>().Select(Camel));
            return Wrong<T?>(name, new($"phải là một trong: {all}", $"must be one of: {all}"));
        }

        T? Wrong<T>(string name, Bilingual words)
        {
            wrong.TryAdd(name, words);
            return default;
        }
    }

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

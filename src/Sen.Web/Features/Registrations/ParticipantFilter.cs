using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Features.Registrations;

/// <summary>What the address of the list says: search, filters, order, columns, page.</summary>
public sealed class ParticipantFilter
{
    /// <summary>«Taken» stands for the three states that take a seat.</summary>
    public const string Taken = "taken";

    private static readonly RegistrationState[] TakingSeats = [.. Enum.GetValues<RegistrationState>().Where(Registration.TakesSeat)];

    public string Q { get; set; } = "";
    public string State { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Province { get; set; } = "";
    public string Agency { get; set; } = "";
    /// <summary>The id of one agency.</summary>
    public string Unit { get; set; } = "";
    public string Limit { get; set; } = "";
    /// <summary>«question=value» of an answer to the workshop's own questions; without a value, those who have not answered.</summary>
    public string Answer { get; set; } = "";
    public string Check { get; set; } = "";
    public string Sort { get; set; } = "name";
    public List<string> Cols { get; set; } = [];
    [FromQuery(Name = "page-no")]
    public int PageNo { get; set; } = 1;

    public IReadOnlyCollection<string> Columns => [.. Cols.SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    public bool Filters => Q.Length + State.Length + Kind.Length + Province.Length + Agency.Length + Unit.Length + Limit.Length + Answer.Length + Check.Length > 0;

    public ParticipantQuery Query(IEnumerable<SeatLimit> limits) => new()
    {
        Q = Q,
        States = State == Taken ? TakingSeats : Enum.TryParse<RegistrationState>(State, out var s) ? [s] : [],
        Kind = Enum.TryParse<ParticipantKind>(Kind, out var k) ? k : null,
        Province = Province,
        AgencyKind = Agency,
        Unit = Guid.TryParse(Unit, out var unit) ? unit : null,
        Answer = AskedAnswer.Read(Answer),
        Limit = limits.FirstOrDefault(l => l.Id.ToString() == Limit)?.Rule,
        Check = Enum.TryParse<ToCheck>(Check, out var c) ? c : null,
        Sort = Sort,
    };

    /// <summary>The query of this view with one word changed; without the page, which is another for every filter.</summary>
    public string With(string? name = null, string value = "")
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(Q)] = Q,
            [nameof(State)] = State,
            [nameof(Kind)] = Kind,
            [nameof(Province)] = Province,
            [nameof(Agency)] = Agency,
            [nameof(Unit)] = Unit,
            [nameof(Limit)] = Limit,
            [nameof(Answer)] = Answer,
            [nameof(Check)] = Check,
            [nameof(Sort)] = Sort == "name" ? "" : Sort,
            ["cols"] = string.Join(',', Columns),
        };
        if (name is not null) parts[name] = value;
        return new QueryBuilder(parts.Where(p => p.Value.Length > 0)).ToQueryString().Value ?? "";
    }

    /// <summary>Whom an address chose, without its order, columns and page.</summary>
    public static ParticipantFilter Read(string query)
    {
        var words = QueryHelpers.ParseQuery(query);
        string Word(string name) => words.TryGetValue(name, out var value) ? value.ToString() : "";
        return new() { Q = Word(nameof(Q)), State = Word(nameof(State)), Kind = Word(nameof(Kind)), Province = Word(nameof(Province)), Agency = Word(nameof(Agency)), Unit = Word(nameof(Unit)), Limit = Word(nameof(Limit)), Answer = Word(nameof(Answer)), Check = Word(nameof(Check)) };
    }

    /// <summary>What decides who is in the list and in which order; the columns and the page do not.</summary>
    public string List => string.Join('\n', Q, State, Kind, Province, Agency, Unit, Limit, Answer, Check, Sort);

    public string OnPage(int page) => With("page-no", page.ToString(CultureInfo.InvariantCulture));
}

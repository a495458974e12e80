using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What becomes of a row: new here, known from before, left out by a person, or still with a problem.</summary>
public enum RowFate { New, Known, LeftOut, Problem }

/// <summary>One row of a list as it would be written, after corrections.</summary>
public sealed record ListRow(ProposedRow Proposed, RowCorrection? Correction, IReadOnlyList<ListProblem> Problems, RowFate Fate)
{
    public string Key => RowCorrections.KeyOf(Proposed.Sheet, Proposed.Row);
    public string FullName => Correction?.FullName ?? Proposed.FullName ?? "";
    public string Title => Proposed.Title ?? "";
    public Sex? Sex => Correction is { } c ? c.Sex : Proposed.Sex switch { ListSex.Male => People.Sex.Male, ListSex.Female => People.Sex.Female, _ => null };
    public int? BirthYear => Correction is { } c ? c.BirthYear : Proposed.BirthYear;
    public string Position => Correction?.Position ?? Proposed.Position ?? "";
    public string? AgencyKind => Correction is { } c ? (c.AgencyKind.Length > 0 ? c.AgencyKind : null) : Proposed.AgencyKind;
    public string Agency => Correction?.Agency ?? Proposed.Agency ?? "";
    public string? ProvinceId => Correction is { } c ? (c.ProvinceId.Length > 0 ? c.ProvinceId : null) : Proposed.Province is { } p ? $"{p.Vintage}-{p.Code}" : null;
    public string? Phone => Correction is { } c ? c.Phone : Proposed.Phone;
    public string? Email => Correction is { } c ? c.Email : Proposed.Email;
    public ParticipantKind Kind => Correction?.Kind ?? ParticipantKind.Trainee;
}

/// <summary>A list against a workshop: what would be written, what is known, what stands in the way.</summary>
public sealed record ListPreview(ListProposal Proposal, IReadOnlyList<ListRow> Rows)
{
    public static readonly Bilingual NobodyFound = new(
        "Không thấy danh sách nào trong tệp: cần một hàng tiêu đề có cột «Họ và tên» và người ở dưới.",
        "No list was found in the file: it needs a heading row with a column «Họ và tên» and people under it.");

    public IEnumerable<ListRow> With(RowFate fate) => Rows.Where(r => r.Fate == fate);
    public int Count(RowFate fate) => Rows.Count(r => r.Fate == fate);
    public IEnumerable<ListProblem> Standing => With(RowFate.Problem).SelectMany(r => r.Problems);
}

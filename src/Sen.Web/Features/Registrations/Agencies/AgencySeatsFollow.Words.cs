using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Agencies;

public sealed partial class AgencySeatsFollow
{
    private FollowedRecord Shown(Invited i) => new(i.Invitation.Id, i.Invitation.AgencyId, i.Workshop.Title,
        $"{language["giấy mời", "letter"]} {(i.Number.Length > 0 ? i.Number : "…")} · {InvitationStandings.Of(i.Invitation.SentAt, i.Invitation, i.Nominated, bounced: false, clock.LocalNow()).Words(language)} · {language[$"{i.Invitation.Seats} chỗ, đã đề cử {i.Nominated}", $"{i.Invitation.Seats} {(i.Invitation.Seats == 1 ? "seat" : "seats")}, {i.Nominated} nominated"]}",
        $"/desk/workshops/{i.Workshop.Code}/invitations/{i.Invitation.Id}", i.Invitation.CreatedAt);

    private static Bilingual Words(SeatLimit limit)
    {
        List<string> vi = [], en = [];
        if (limit.AtMost is { } most)
        {
            vi.Add($"nhiều nhất {most}");
            en.Add($"at most {most}");
        }
        if (limit.Held > 0)
        {
            vi.Add($"giữ {limit.Held}");
            en.Add($"{limit.Held} kept");
        }
        return new($"hạn mức «{limit.Name.In("vi").Text}»: {string.Join(", ", vi)}", $"limit “{limit.Name.In("en").Text}”: {string.Join(", ", en)}");
    }

    private static Bilingual Undecided(Invited i) => new(
        $"Giấy mời {i.Number} dự «{i.Workshop.Title.In("vi").Text}» mời cả hai: chọn lời mời nào đứng, lời mời kia sẽ kết thúc.",
        $"Letter {i.Number} for “{i.Workshop.Title.In("en").Text}” invites both: choose the invitation that stands; the other ends.");

    private static Bilingual CapsClash(Workshop w, SeatLimit mine, SeatLimit other) => new(
        $"Ở «{w.Title.In("vi").Text}» mỗi bên có một hạn mức riêng: {Words(mine).Vi}; {Words(other).Vi}. Không rõ cơ quan chung được bao nhiêu chỗ: bỏ một hạn mức, hoặc sửa thành một hạn mức cho cả hai, rồi gộp.",
        $"In “{w.Title.In("en").Text}” each of the two has a cap of its own: {Words(mine).En}; {Words(other).En}. How many the one agency may be cannot be told: remove one, or make it one limit for both, then merge.");

    private static Bilingual LimitChanged(SeatLimit? limit) => limit is null
        ? new("Một hạn mức của cơ quan này đã bị bỏ sau khi gộp. Thêm lại rồi hoàn tác.", "A limit of this agency was removed after the merge. Add it again, then undo.")
        : new($"Hạn mức «{limit.Name.In("vi").Text}» đã đổi cơ quan sau khi gộp: không biết nó dành cho bên nào.", $"The agencies of the limit “{limit.Name.In("en").Text}” were changed after the merge: whose it is cannot be told.");

    private static Bilingual InvitationChanged(Invitation? i) => i is null
        ? new("Một lời mời đã kết thúc khi gộp nay không còn.", "An invitation that ended with the merge is no longer there.")
        : new($"Lời mời «{i.AgencyName.Vi}» đã kết thúc khi gộp, sau đó đã đổi: không biết phải khôi phục về đâu.", $"The invitation of “{i.AgencyName.In("en").Text}” that ended with the merge has changed since; what to put back cannot be told.");

    private static Bilingual SeatsGone(Invitation i, Workshop w) => new(
        $"Lời mời «{i.AgencyName.Vi}» không giữ lại được {i.KeptSeats} chỗ ở «{w.Title.In("vi").Text}»: chỗ ấy đã sang người khác.",
        $"The invitation of “{i.AgencyName.In("en").Text}” cannot keep its {i.KeptSeats} seats in “{w.Title.In("en").Text}” again: they went to somebody else.");
}

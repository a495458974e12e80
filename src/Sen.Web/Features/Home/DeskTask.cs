using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Home;

/// <summary>One thing that needs an organiser: what, why now, and the button that does it.</summary>
public sealed record DeskTask(int Urgency, Bilingual What, Bilingual Why, Bilingual Button, string Address);

/// <summary>What people and seats wait for.</summary>
/// <param name="Shared">Telephones and mailboxes with several people behind them.</param>
/// <param name="Release">The next release of kept seats; wall time.</param>
public sealed record SeatCare(int Asking, DateTime? AskingSince, int Unmatched, int Shared, DateTime? Release);

/// <summary>What letters wait for.</summary>
/// <param name="Unreachable">People whose mail came back.</param>
/// <param name="Still">Planned letters that did not leave at their time.</param>
public sealed record MailCare(int Unreachable, int Still);

/// <summary>What invitations wait for.</summary>
/// <param name="Silent">Agencies that have said nothing by their deadline.</param>
/// <param name="OpenLetters">Drafts, and letters whose sending is not finished.</param>
public sealed record InvitationCare(int Silent, int OpenLetters);

/// <summary>What is known of a workshop when its organiser comes in the morning.</summary>
public sealed record DeskWorkshop(string Code, Bilingual Title, Bilingual City, DateOnly? StartsOn, DateOnly? EndsOn, DateTime? Closes, WorkshopStatus Status, WorkshopState State, int? Capacity, int Taken, int InHall, int Trainees, int Waiting, int Sessions, int OpenImports, bool HasStory, SeatCare Care, InvitationCare Invited)
{
    public MailCare Mail { get; init; } = new(0, 0);

    public IEnumerable<DeskTask> Tasks(DateOnly today, DateTime now)
    {
        var at = $"/desk/workshops/{Code}";
        // Series repeat their titles year after year; the month tells them apart.
        var month = StartsOn is { } first ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({first:MM/yyyy})") : "";
        var name = new Bilingual(Title.Vi + month, Title.En.Length > 0 ? Title.En + month : "");
        Bilingual Of(string vi, string en) => new($"{vi}: {name.Vi}", $"{en}: {(name.En.Length > 0 ? name.En : name.Vi)}");
        if (State == WorkshopState.Running)
            yield return new(0, Of("Đang diễn ra", "Running now"), new($"{InHall} người trong danh sách.", $"{InHall} people are on the list."), new("In danh sách ký tên", "Print the sign-in sheet"), at + "/people/print");
        if (State == WorkshopState.Over)
            yield return new(1, Of("Đã qua ngày, chưa ghi là đã tổ chức", "Over, not yet marked as held"), new("Ghi để kết quả được đếm và viết câu chuyện.", "Mark it so that it counts and its story can be told."), new("Ghi là đã tổ chức", "Mark as held"), at);
        if (OpenImports > 0)
            yield return new(2, Of($"{OpenImports} danh sách đang xem dở", OpenImports == 1 ? "1 list in preview" : $"{OpenImports} lists in preview"), new("Chưa có gì được ghi từ các tệp này.", "Nothing is written from these files yet."), new("Làm tiếp", "Go on"), at + "/import");
        if (StartsOn is { } start && start > today && start.DayNumber - today.DayNumber <= 3 && Status is WorkshopStatus.Published or WorkshopStatus.Closed)
            yield return new(3, Of($"Khai mạc trong {start.DayNumber - today.DayNumber} ngày", start.DayNumber - today.DayNumber == 1 ? "Opens tomorrow" : $"Opens in {start.DayNumber - today.DayNumber} days"), new($"{InHall} người đã có chỗ.", $"{InHall} people are seated."), new("In danh sách ký tên", "Print the sign-in sheet"), at + "/people/print");
        foreach (var task in Seats(at, Of, now)) yield return task;
        foreach (var task in Letters(at, Of)) yield return task;
        if (Status == WorkshopStatus.Published && Closes is { } closes && closes > now && closes - now < TimeSpan.FromDays(8))
            yield return new(5, Of("Sắp hết hạn đăng ký", "Registration closes soon"), new($"Hạn {closes:HH:mm dd/MM}; đã có {Taken}/{Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"} chỗ.", $"Closes {closes:HH:mm dd/MM}; {Taken} of {Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"} seats are taken."), new("Xem danh sách", "See the list"), at + "/people");
        if (Sessions == 0 && Status is WorkshopStatus.Published or WorkshopStatus.Closed)
            yield return new(6, Of("Chưa có chương trình", "No agenda yet"), new("Trang công khai đang nói «sẽ được công bố».", "The public page says “will be published”."), new("Soạn chương trình", "Write the agenda"), at + "/agenda");
        if (Status == WorkshopStatus.Draft)
            yield return new(7, Of("Bản nháp chưa công bố", "Draft, not published"), new("Chỉ ban tổ chức thấy.", "Only its organisers see it."), new("Mở bản nháp", "Open the draft"), at);
        if (Status == WorkshopStatus.Held && !HasStory)
            yield return new(8, Of("Chưa có câu chuyện", "No story yet"), new("Bài viết và ảnh sẽ hiện trên trang công khai.", "Text and photos appear on the public page."), new("Viết câu chuyện", "Write the story"), at + "/story");
    }

    private IEnumerable<DeskTask> Letters(string at, Func<string, string, Bilingual> of)
    {
        if (Mail.Still > 0)
            yield return new(2, of($"{Mail.Still} thư đến giờ mà chưa gửi", Mail.Still == 1 ? "1 letter did not leave at its time" : $"{Mail.Still} letters did not leave at their time"), new("Ngày hội thảo đã đổi hoặc hội thảo chưa công bố.", "The workshop’s dates moved, or it is not published."), new("Xem thư", "See the letters"), at + "/letters");
        if (Mail.Unreachable > 0 && Status is WorkshopStatus.Published or WorkshopStatus.Closed)
            yield return new(4, of($"{Mail.Unreachable} người không nhận được thư", Mail.Unreachable == 1 ? "1 person’s mail comes back" : $"{Mail.Unreachable} people’s mail comes back"), new("Địa chỉ hỏng: gọi điện hỏi lại, rồi sửa.", "Their addresses do not work: call them, then correct it."), new("Xem những người ấy", "See these people"), at + "/people?Check=BadAddress");
    }

    private IEnumerable<DeskTask> Seats(string at, Func<string, string, Bilingual> of, DateTime now)
    {
        if (Status is not (WorkshopStatus.Published or WorkshopStatus.Closed) || State is WorkshopState.Running or WorkshopState.Over) yield break;
        var l = new Language(Language.English);
        if (Invited.OpenLetters > 0)
            yield return new(3, of($"{Invited.OpenLetters} giấy mời chưa gửi xong", Invited.OpenLetters == 1 ? "1 letter of invitation is not finished" : $"{Invited.OpenLetters} letters of invitation are not finished"), new("Bản nháp, hoặc đang gửi dở.", "A draft, or sending that was left off."), new("Mở giấy mời", "Open the invitations"), at + "/invitations");
        if (Invited.Silent > 0)
            yield return new(3, of($"{Invited.Silent} cơ quan im lặng quá hạn", Invited.Silent == 1 ? "1 agency is silent after the deadline" : $"{Invited.Silent} agencies are silent after the deadline"), new("Gọi điện, gia hạn, hoặc để chỗ cho nơi khác.", "Call them, extend the deadline, or leave the seats to others."), new("Xem ai im lặng", "See who is silent"), at + "/invitations?state=Silent");
        if (Care.Asking > 0)
            yield return new(2, of($"{Care.Asking} đăng ký chờ duyệt", Care.Asking == 1 ? "1 registration awaits approval" : $"{Care.Asking} registrations await approval"),
                new($"Lâu nhất từ {l.Moment(Care.AskingSince!.Value)}.", $"The oldest since {l.Moment(Care.AskingSince!.Value)}."), new($"Xem và duyệt {Care.Asking} đăng ký", $"See and approve {Care.Asking}"), at + "/people?State=AwaitingApproval");
        if (Care.Release is { } release && release > now && release - now <= TimeSpan.FromDays(3))
            yield return new(3, of($"Trả chỗ giữ lúc {release:HH:mm dd/MM}", $"Kept seats are released at {release:HH:mm dd/MM}"), new("Xem trước ai sẽ được mời, và vì sao.", "See beforehand who will be offered one, and why."), new("Xem trình tự", "See the order"), at + "/seats#h-release");
        if (Waiting > 0)
        {
            var free = Capacity is { } c ? c - Taken : 0;
            yield return free > 0
                ? new(3, of($"{Waiting} người chờ dù còn {free} chỗ", Waiting == 1 ? $"1 person waits although {free} seats are free" : $"{Waiting} people wait although {free} seats are free"), new("Hạn mức của họ đã đủ, hoặc chỗ đang giữ cho nhóm khác.", "Their limits are reached, or the seats are kept for others."), new("Xem vì sao", "See why"), at + "/people?State=Waiting&Sort=queue")
                : new(4, of($"{Waiting} người chờ chỗ", Waiting == 1 ? "1 person is waiting" : $"{Waiting} people are waiting"), new($"{Taken}/{Capacity} chỗ đã có người.", $"{Taken} of {Capacity} seats are taken."), new("Xem danh sách chờ", "See who waits"), at + "/people?State=Waiting&Sort=queue");
        }
        if (Care.Unmatched > 0)
            yield return new(5, of($"{Care.Unmatched} người có cơ quan chưa khớp danh mục", Care.Unmatched == 1 ? "1 person’s agency is not matched" : $"{Care.Unmatched} people’s agencies are not matched"), new("Hạn mức theo cơ quan chỉ nhận ra người đã khớp.", "Limits by agency only know people who are matched."), new("Khớp cơ quan", "Match the agencies"), at + "/people?Check=Unmatched");
        if (Care.Shared > 0)
            yield return new(5, of($"{Care.Shared} số điện thoại hoặc thư có nhiều người dùng", Care.Shared == 1 ? "1 telephone or mailbox has several people behind it" : $"{Care.Shared} telephones or mailboxes have several people behind them"), new("Có thể một người ghi hai tên.", "It may be one person under two names."), new("Xem những người ấy", "See these people"), at + "/people?Check=SameContact&Sort=contact");
    }
}

using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Derived from the account and the clock, never stored.</summary>
public enum AccountState { Active, Invited, Locked, Inactive }

public static class AccountStates
{
    public static AccountState Of(bool isActive, bool hasAccepted, DateTimeOffset? lockoutEnd, DateTime now) =>
        !isActive ? AccountState.Inactive : lockoutEnd is { } end && end.UtcDateTime > now ? AccountState.Locked : hasAccepted ? AccountState.Active : AccountState.Invited;

    public static string Words(this AccountState state, Language l) => state switch
    {
        AccountState.Active => l["Đang dùng", "Active"],
        AccountState.Invited => l["Đã mời, chưa nhận", "Invited, not yet taken up"],
        AccountState.Locked => l["Tạm khóa", "Locked for now"],
        _ => l["Đã ngừng", "Deactivated"],
    };

    public static string Chip(this AccountState state) => state switch
    {
        AccountState.Active => "chip chip-done",
        AccountState.Invited => "chip chip-held",
        AccountState.Locked => "chip chip-alert",
        _ => "chip",
    };
}

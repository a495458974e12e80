namespace Sen.Web.Features.Accounts;

/// <summary>The boxes of the sign-in form, which stands on its own page and in place of a page whose form came too late.</summary>
public sealed class SignInInput
{
    public string Email { get; init; } = "";
    public string Password { get; init; } = "";
    public string? ReturnUrl { get; init; }
    public string? Kept { get; init; }
}

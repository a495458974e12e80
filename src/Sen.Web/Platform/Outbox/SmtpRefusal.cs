using MailKit.Net.Smtp;

namespace Sen.Web.Platform.Outbox;

/// <summary>A mail server's «no» for good: trying again would bring the same answer ten times over.</summary>
public sealed record SmtpRefusal(string Reason, bool AddressIsWrong)
{
    /// <summary>
    /// Null where another try may help: 4xx, or a «no» to our own address or to the sender, which whoever runs the server can mend meanwhile.
    /// </summary>
    public static SmtpRefusal? Of(Exception failure)
    {
        if (failure is not SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } no || (int)no.StatusCode is < 500 or > 599) return null;
        var reply = (int)no.StatusCode;
        return new SmtpRefusal(FailedAddresses.Short($"{reply} {no.Message}"), no.ErrorCode == SmtpErrorCode.RecipientNotAccepted && FailedAddresses.IsWrong(FailedAddresses.StatusIn(no.Message), reply));
    }
}

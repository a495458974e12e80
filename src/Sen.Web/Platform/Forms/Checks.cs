using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Sen.Web.Platform.Forms;

/// <summary>Validation whose sentence stands in both languages beside the property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeededAttribute(string vi, string en) : RequiredAttribute
{
    public override string FormatErrorMessage(string name) => InReadersLanguage.Say(vi, en);
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class AtMostAttribute(int length) : StringLengthAttribute(length)
{
    public override string FormatErrorMessage(string name) => InReadersLanguage.Say(
        $"Dài quá {MaximumLength.ToString(CultureInfo.InvariantCulture)} ký tự: rút ngắn lại", $"Longer than {MaximumLength.ToString(CultureInfo.InvariantCulture)} characters: shorten it");
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(int from, int to) : RangeAttribute(from, to)
{
    public override string FormatErrorMessage(string name) => InReadersLanguage.Say(
        string.Create(CultureInfo.InvariantCulture, $"Ghi một số từ {Minimum} đến {Maximum}"),
        string.Create(CultureInfo.InvariantCulture, $"Enter a number from {Minimum} to {Maximum}"));
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or ""
        || (Uri.TryCreate(value.ToString(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "geo");

    public override string FormatErrorMessage(string name) => InReadersLanguage.Say(
        "Ghi địa chỉ đầy đủ, bắt đầu bằng https://", "Enter a full address that begins with https://");
}

internal static class InReadersLanguage
{
    public static string Say(string vi, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? en : vi;
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Sen.Web.Platform.Forms;

/// <summary>
/// Numbers and dates bind in one form only, whatever the language: «1.5» under vi-VN would silently bind 15 otherwise.
/// A decimal comma or point is one separator; a second one, or a group separator, is refused with a sentence.
/// </summary>
public sealed class StrictBinderProvider : IModelBinderProvider
{
    private static readonly StrictBinder Binder = new();
    private static readonly TextBinder Texts = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.IsGreedy != true ? Texts : StrictBinder.Knows(context.Metadata.UnderlyingOrModelType) ? Binder : null;

    public static void Use(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new StrictBinderProvider());
        var say = options.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => InReadersLanguage.Say("Ô này cần có nội dung", "This field needs a value"));
        say.SetMissingBindRequiredValueAccessor(_ => InReadersLanguage.Say("Ô này cần có nội dung", "This field needs a value"));
        say.SetAttemptedValueIsInvalidAccessor((v, _) => InReadersLanguage.Say($"«{v}» không dùng được ở đây", $"“{v}” cannot be used here"));
        say.SetUnknownValueIsInvalidAccessor(_ => InReadersLanguage.Say("Giá trị này không dùng được", "This value cannot be used"));
        say.SetValueIsInvalidAccessor(v => InReadersLanguage.Say($"«{v}» không dùng được ở đây", $"“{v}” cannot be used here"));
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(v => InReadersLanguage.Say($"«{v}» không dùng được ở đây", $"“{v}” cannot be used here"));
        say.SetMissingRequestBodyRequiredValueAccessor(() => InReadersLanguage.Say("Thiếu nội dung gửi lên", "The request has no content"));
        say.SetMissingKeyOrValueAccessor(() => InReadersLanguage.Say("Ô này cần có nội dung", "This field needs a value"));
    }
}

public sealed class StrictBinder : IModelBinder
{
    public static bool Knows(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTime);

    public Task BindModelAsync(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, given);
        var text = given.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            else context.ModelState.TryAddModelError(context.ModelName, InReadersLanguage.Say("Ô này cần có nội dung", "This field needs a value"));
            return Task.CompletedTask;
        }
        var (value, complaint) = Read(context.ModelMetadata.UnderlyingOrModelType, text);
        if (value is null) context.ModelState.TryAddModelError(context.ModelName, complaint);
        else context.Result = ModelBindingResult.Success(value);
        return Task.CompletedTask;
    }

    public static (object? Value, string Complaint) Read(Type type, string text)
    {
        var plain = CultureInfo.InvariantCulture;
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], plain, DateTimeStyles.None, out var day) ? (day, "")
                : (null, InReadersLanguage.Say($"«{text}» không phải là một ngày có thật: ghi theo dạng 18/08/2026", $"“{text}” is not a real date: write it as 18/08/2026"));
        if (type == typeof(TimeOnly))
            return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], plain, DateTimeStyles.None, out var time) ? (time, "")
                : (null, InReadersLanguage.Say($"«{text}» không phải là giờ: ghi theo dạng 07:30", $"“{text}” is not a time: write it as 07:30"));
        if (type == typeof(DateTime))
            return DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm"], plain, DateTimeStyles.None, out var moment) ? (moment, "")
                : (null, InReadersLanguage.Say($"«{text}» không phải là ngày giờ có thật: ghi theo dạng 18/08/2026 07:30", $"“{text}” is not a real date and time: write it as 18/08/2026 07:30"));
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, plain, out var i) ? (i, "") : (null, Whole(text));
        if (type == typeof(long)) return long.TryParse(text, NumberStyles.AllowLeadingSign, plain, out var l) ? (l, "") : (null, Whole(text));
        var separators = text.Count(c => c is '.' or ',');
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        // A number box posts a point; a comma before exactly three digits is a thousand in one language and a thousandth in the other.
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var twoWays = comma >= 0 && text.Length - comma == 4;
        if (separators <= 1 && !twoWays && decimal.TryParse(text.Replace(',', '.'), Style, plain, out var number))
            return type == typeof(double) ? ((double)number, "") : (number, "");
        return (null, InReadersLanguage.Say(
            $"«{text}» không rõ là số nào: viết liền các chữ số, chỉ một dấu cho phần thập phân, ví dụ 1234,5",
            $"“{text}” could be read in two ways: write the digits together with one decimal mark, such as 1234.5"));
    }

    private static string Whole(string text) => InReadersLanguage.Say(
        $"«{text}» không phải là số nguyên: chỉ ghi chữ số, không dấu chấm hay dấu phẩy", $"“{text}” is not a whole number: digits only, no point or comma");
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Forms;

/// <summary>Every text of a form or an address comes in composed, whatever the keyboard or the browser made of it.</summary>
public sealed class TextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, given);
        var text = given.FirstValue?.Nfc();
        context.Result = ModelBindingResult.Success(context.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text) ? null : text);
        return Task.CompletedTask;
    }
}

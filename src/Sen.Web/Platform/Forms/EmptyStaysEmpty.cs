using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Sen.Web.Platform.Forms;

/// <summary>An empty text box is an empty text, not null.</summary>
internal sealed class EmptyStaysEmpty : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}

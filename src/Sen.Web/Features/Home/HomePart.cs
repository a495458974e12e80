using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.Home;

public static class HomePart
{
    public static void AddHome(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Preparation>();
        builder.Services.AddSingleton<Platform.Cards.CardPictures>();
        builder.Services.AddScoped<Sample>();
        builder.Services.AddScoped<SampleAccounts>();
    }
}

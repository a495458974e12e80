using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Jobs;

namespace Sen.Web.Features.Registrations;

public static class RegistrationsPart
{
    public static void AddRegistrations(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<SeatGuard>().AddScoped<SeatOffice>().AddScoped<WaitingList>().AddScoped<LimitDesk>().AddScoped<SeatCheck>().AddScoped<ReleaseOrders>().AddScoped<OffersMade>()
        .AddScoped<RegistrationDesk>().AddScoped<OwnRegistrationDesk>().AddScoped<ParticipantDesk>().AddScoped<MoveDesk>().AddScoped<ParticipantHands>().AddScoped<SavedViews>().AddScoped<Questions.QuestionDesk>()
        .AddScoped<RegistrantUnits>().AddScoped<RegistrationMails>().AddScoped<PrivateLinks>().AddScoped<OwnCalendar>().AddScoped<ChangeNotices>().AddScoped<CancellationNotices>()
        .AddScoped<IPersonalData, RegistrationData>().AddScoped<IWorkshopFollower, SeatsFollow>().AddScoped<IPersonFollower, RegistrationsFollow>().AddScoped<IAgencyFollower, Agencies.AgencySeatsFollow>().AddScoped<IAgencyFollower, Agencies.AgencyViewsFollow>().AddScoped<IAgendaFollower, ReleaseNotices>().AddScoped<IJobWork, ReleaseLetters>().AddScoped<ListDesk>()
        .AddScoped<Letters.LetterDesk>().AddScoped<TemplateDesk>().AddScoped<NewsDesk>().AddScoped<IPersonFollower>(s => new RowsFollow<NewsRefusal>(s.GetRequiredService<AppDb>(), "news-refusals")).AddScoped<IJobWork, LetterWriting>().AddScoped<IPersonalData, LetterData>().AddScoped<IWorkshopFollower, LettersFollow>()
        .AddSingleton<LetterClock>().AddHostedService(s => s.GetRequiredService<LetterClock>())
        .AddScoped<InvitationLinks>().AddScoped<BatchDesk>().AddScoped<NominationDesk>().AddScoped<AnswerDesk>().AddScoped<Invitations.LetterDesk>().AddScoped<Reminders>().AddScoped<IJobWork, BatchSending>()
        .AddScoped<IPersonalData, InvitationData>().AddHostedService<InvitationClock>()
        .AddSingleton<FormTries>().AddSingleton<ListMemory>().AddSingleton<AgencySuggestions>().AddSingleton<SeatClock>().AddHostedService(s => s.GetRequiredService<SeatClock>());
}

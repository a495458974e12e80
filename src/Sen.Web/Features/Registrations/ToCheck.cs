using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What a person has to look at: the machine has its doubts and decides nothing.</summary>
public enum ToCheck { SameContact, Unmatched, BadAddress }

public static class Checks
{
    public static string Words(this ToCheck check, Language l) => check switch
    {
        ToCheck.SameContact => l["Cùng số hoặc thư với người khác", "Same phone or mail as another"],
        ToCheck.BadAddress => l["Thư gửi đến bị trả lại", "Mail came back"],
        _ => l["Cơ quan chưa khớp danh mục", "Agency not matched"],
    };

    public static IQueryable<Registration> Only(this ToCheck check, AppDb db, IQueryable<Registration> rows) => check switch
    {
        ToCheck.Unmatched => rows.Open().Where(r => r.AgencyId == null && r.AgencyName != ""),
        ToCheck.BadAddress => rows.Open().Where(r => db.FailedAddresses.Any(a => a.IsPermanent && a.Address == (r.Email ?? db.Persons.Where(p => p.Id == r.PersonId).Select(p => p.Email).FirstOrDefault()))),
        _ => rows.Open().Where(r => db.Persons.Any(me => me.Id == r.PersonId
            && db.Persons.Any(other => other.Id != me.Id && ((other.Phone != null && other.Phone == me.Phone) || (other.Email != null && other.Email == me.Email))
                && db.Registrations.Any(o => o.WorkshopId == r.WorkshopId && o.PersonId == other.Id
                    && (o.State == RegistrationState.AwaitingApproval || o.State == RegistrationState.Held || o.State == RegistrationState.Seated || o.State == RegistrationState.Waiting || o.State == RegistrationState.Offered || o.State == RegistrationState.Recorded))))),
    };

    /// <summary><see cref="Registration.IsOpen"/> as a query.</summary>
    public static IQueryable<Registration> Open(this IQueryable<Registration> rows) => rows.Where(r => r.State == RegistrationState.AwaitingApproval || r.State == RegistrationState.Held
        || r.State == RegistrationState.Seated || r.State == RegistrationState.Waiting || r.State == RegistrationState.Offered || r.State == RegistrationState.Recorded);
}

using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>Invented people whose names say so («Mẫu», «Ví Dụ», «Thử»), in invented seats.</summary>
internal static class SamplePeople
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"];
    private static readonly string[] Middles = ["Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh"];
    private static readonly string[] Givens = ["Mẫu", "Ví Dụ", "Thử", "Minh Họa", "Giả Định", "Thí Dụ"];
    private static readonly (string Kind, string Vi, string En)[] Kinds =
    [
        ("SNNMT", "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment"), ("SCT", "Sở Công Thương", "Department of Industry and Trade"),
        ("SKHCN", "Sở Khoa học và Công nghệ", "Department of Science and Technology"), ("BQLKCN", "Ban Quản lý các khu công nghiệp", "Industrial Zones Authority"),
    ];
    private static readonly string[] Positions = ["Chuyên viên", "Phó Trưởng phòng", "Trưởng phòng", "Viên chức"];

    public static void Add(AppDb db, Programme series, DateTime now)
    {
        var people = new Inventor(db);
        foreach (var (code, count) in new[] { ("hue-2026", 34), ("da-nang-2026", 58), ("can-tho-2026", 45), ("bac-ninh-2026", 29) })
        {
            var workshop = series.Workshops.Single(w => w.Code == code);
            var invited = workshop.RegionProvinces.Select(p => p.ProvinceId).Order(StringComparer.Ordinal).ToList();
            var state = workshop.Status == WorkshopStatus.Held ? RegistrationState.Recorded : RegistrationState.Seated;
            for (var i = 0; i < count; i++)
                people.Put(workshop, invited[i % invited.Count], (i / invited.Count) % Kinds.Length, workshop.RegistrationOpens!.Value.AddHours(i * 5), state);
        }
        SampleDuplicates.Plant(db);
        SampleDuplicates.PlantAgency(db, people, series.Workshops.Single(w => w.Code == "hue-2026").Id);
        SampleSeats.Add(db, people, series, now);
        Letters.SampleLetters.Add(db, people, series, now);
        Invitations.SampleInvitations.Add(db, people, series, now);
        foreach (var workshop in series.Workshops.Where(w => w.Status != WorkshopStatus.Held))
            db.Entry(workshop).Property(w => w.SeatsTaken).CurrentValue = people.Registrations.Count(r => r.WorkshopId == workshop.Id && r.Kind == ParticipantKind.Trainee && Registration.TakesSeat(r.State));
    }

    /// <summary>Invents one person after another, each in an invented agency of a real province.</summary>
    internal sealed class Inventor(AppDb db)
    {
        private readonly Dictionary<string, Province> provinces = db.Provinces.Where(p => p.Vintage == 2025).ToDictionary(p => p.Id, StringComparer.Ordinal);
        private readonly Dictionary<(string, string), Agency> agencies = [];
        private int serial;

        public List<Registration> Registrations { get; } = [];

        public Registration Put(Workshop workshop, string provinceId, int kindNumber, DateTime at, RegistrationState state, ParticipantKind role = ParticipantKind.Trainee)
        {
            var (province, kind) = (provinces[provinceId], Kinds[kindNumber]);
            if (!agencies.TryGetValue((kind.Kind, province.Id), out var agency))
            {
                var place = (province.IsCity ? "thành phố " : "tỉnh ") + province.Name;
                agency = new Agency
                {
                    KindId = kind.Kind,
                    ProvinceId = province.Id,
                    Name = new Bilingual($"{kind.Vi} {place}", $"{province.NameEn} {kind.En}"),
                    SearchKey = SearchKey.Of($"{kind.Vi} {place} {province.NameEn} {kind.En} {kind.Kind}"),
                    SortKey = SortKey.Of(kind.Vi, province.Name),
                    IsSample = true,
                };
                agencies[(kind.Kind, province.Id)] = agency;
                db.Agencies.Add(agency);
            }
            serial++;
            var person = Invent(serial, agency, province.Id, at);
            db.Persons.Add(person);
            var registration = new Registration
            {
                WorkshopId = workshop.Id,
                PersonId = person.Id,
                Kind = role,
                State = state,
                Position = person.Position,
                AgencyId = agency.Id,
                AgencyKindId = agency.KindId,
                AgencyName = agency.Name.Vi,
                ProvinceId = province.Id,
                TicketNumber = TicketNumber.New(),
                CreatedAt = at,
            };
            db.Registrations.Add(registration);
            Registrations.Add(registration);
            return registration;
        }
    }

    private static Person Invent(int serial, Agency agency, string provinceId, DateTime createdAt)
    {
        var family = Families[serial % Families.Length];
        var middle = Middles[serial / 2 % Middles.Length];
        var given = Givens[serial / 5 % Givens.Length];
        var full = $"{family} {middle} {given}";
        var last = given.Split(' ')[^1];
        var phone = $"+8490000{serial:0000}";
        var email = $"mau{serial}@mau.example";
        return new Person
        {
            FullName = full,
            FamilyName = family,
            MiddleName = full[(family.Length + 1)..^last.Length].Trim(),
            GivenName = last,
            Position = Positions[serial % Positions.Length],
            AgencyId = agency.Id,
            AgencyText = agency.Name.Vi,
            ProvinceId = provinceId,
            Phone = phone,
            Email = email,
            SearchKey = PersonSearch.KeyOf(full, agency.Name.Vi, phone, email),
            SortKey = PersonName.Read(full)!.SortKey,
            IsSample = true,
            CreatedAt = createdAt,
        };
    }
}

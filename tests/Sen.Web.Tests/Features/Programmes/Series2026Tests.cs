using Sen.Web.Features.Programmes;

namespace Sen.Web.Tests.Features.Programmes;

public sealed class Series2026Tests
{
    [Theory]
    [InlineData("2026-08-01", "2026-12-08")]
    [InlineData("2026-11-29", "2026-12-08")]
    [InlineData("2026-11-30", "2026-12-15")]
    [InlineData("2027-03-01", "2027-03-16")]
    public void The_open_workshop_lies_ahead_whenever_the_sample_comes_in(string today, string starts) => Assert.Equal(Day(starts), CanTho(Day(today)).StartsOn);

    [Fact]
    public void Registration_is_open_for_two_days_at_least_on_any_day_of_three_years()
    {
        for (var (day, end) = (new DateOnly(2026, 11, 1), new DateOnly(2029, 11, 1)); day < end; day = day.AddDays(1))
        {
            var workshop = CanTho(day);
            Assert.True(workshop.RegistrationOpens < day.ToDateTime(TimeOnly.MinValue) && workshop.RegistrationCloses >= day.AddDays(2).ToDateTime(TimeOnly.MinValue), $"{day:O}");
            Assert.Equal(DayOfWeek.Tuesday, workshop.StartsOn!.Value.DayOfWeek);
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Workshop CanTho(DateOnly today) => Series2026.Create(today).Workshops.Single(w => w.Code == "can-tho-2026");
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;
using Person = Sen.Web.Features.People.Person;

namespace Sen.Web.Tests.Features.People;

public sealed class PersonSearchTests(TestSite site) : IAsyncLifetime
{
    private readonly Person dao = Sample.Person("Đặng Thị Đào", "Sở Công Thương tỉnh Vĩnh Long", "+84987600123", "vl.01-sct@vinhlong.example");
    private readonly Person dung = Sample.Person("Nguyễn Việt Dũng", "Trung tâm Đào tạo và Truyền thông môi trường", "+842923820123");

    public async ValueTask InitializeAsync() => await site.AddAsync(dao, dung);

    public async ValueTask DisposeAsync() => await site.RemoveAsync(dao, dung);

    [Theory]
    [InlineData("dang thi dao")]
    [InlineData("ĐẶNG THỊ ĐÀO")]
    [InlineData("đào đặng")]
    [InlineData("  Đào,  Đặng ")]
    [InlineData("dao cong thuong vinh long")]
    [InlineData("0987 600 123")]
    [InlineData("0987600")]
    [InlineData("+84 987 600 123")]
    [InlineData("vl.01-sct@vinhlong.example")]
    public async Task Marks_case_and_order_do_not_matter(string text)
    {
        Assert.Equal([dao.Id], await FindAsync(text));
        Assert.Equal([dao.Id], await FindAsync(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("dung nguyen viet")]
    [InlineData("truyen thong dung")]
    [InlineData("0292 3820 123")]
    public async Task Words_in_any_order_find_Nguyen_Viet_Dung(string text) => Assert.Equal([dung.Id], await FindAsync(text));

    [Theory]
    [InlineData("ang hi ao")]
    [InlineData("xuan viet dung")]
    [InlineData("' or 1=1 --")]
    [InlineData("NEAR(dao dang")]
    public async Task What_begins_no_word_of_theirs_finds_neither(string text) => Assert.Empty((await FindAsync(text)).Intersect([dao.Id, dung.Id]));

    [Fact]
    public async Task A_corrected_name_is_found_by_the_new_one_only()
    {
        await site.DbAsync(async db =>
        {
            var person = await db.Persons.SingleAsync(p => p.Id == dao.Id);
            person.Describe(PersonName.Read("Đặng Thị Xuyến")!, person.AgencyText);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([dao.Id], await FindAsync("dang thi xuyen"));
        Assert.Empty(await FindAsync("dang thi dao"));
    }

    /// <summary>Few finds come from the index of words, many while walking the order of names: both must be the same persons.</summary>
    [Theory]
    [InlineData("nguyen van")]
    [InlineData("mau1")]
    [InlineData("so 09")]
    public async Task Walking_the_names_finds_the_same_persons(string text)
    {
        var words = PersonSearch.WordsOf(text);
        var index = await site.DbAsync(db => db.WithWords(words).Select(p => p.Id).OrderBy(id => id).ToListAsync());
        var walk = await site.DbAsync(db => db.WithWordsOrMany(words, int.MaxValue).Select(p => p.Id).OrderBy(id => id).ToListAsync());
        Assert.NotEmpty(index);
        Assert.Equal(index, walk);
        Assert.Equal(index.Count, await site.DbAsync(db => db.CountWithWordsAsync(words, CancellationToken.None)));
    }

    private Task<List<Guid>> FindAsync(string text) => site.DbAsync(db => db.WithWords(PersonSearch.WordsOf(text)).Select(p => p.Id).ToListAsync());
}

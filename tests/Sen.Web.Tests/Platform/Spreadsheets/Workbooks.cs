using System.IO.Compression;
using System.Text;

namespace Sen.Web.Tests.Platform.Spreadsheets;

/// <summary>Workbooks part by part, because the worst of them no library would write.</summary>
internal static class Workbooks
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static MemoryStream Xlsx(string sheetData, string strings = "", string styles = "", string after = "") => Zip(Parts(sheetData, strings, styles, after));

    public static Dictionary<string, string> Parts(string sheetData, string strings = "", string styles = "", string after = "") => new()
    {
        ["_rels/.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Rel}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Rel}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{Rel}/styles" Target="/xl/styles.xml"/></Relationships>
            """,
        ["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{strings}</sst>""",
        ["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""",
        ["xl/worksheets/sheet1.xml"] = $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>{sheetData}</sheetData>{after}</worksheet>""",
    };

    public static MemoryStream Zip(Dictionary<string, string> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        file.Position = 0;
        return file;
    }
}

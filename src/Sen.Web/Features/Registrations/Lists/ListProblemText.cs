namespace Sen.Web.Features.Registrations.Lists;

internal static class ListProblemText
{
    public static (string Vi, string En) Of(ListProblem problem)
    {
        var rows = string.Join(", ", problem.OtherRows);
        return problem.Kind switch
        {
            ListProblemKind.NameMissing => ("Thiếu họ và tên. Hãy điền họ tên.", "The name is missing. Enter it."),
            ListProblemKind.NotAName => ("Không phải họ tên. Hãy sửa họ tên.", "This is not a name. Correct it."),
            ListProblemKind.NotASex => ("Không đọc được giới tính. Hãy chọn Nam hoặc Nữ, hoặc để trống.", "The sex cannot be read. Choose male or female, or leave it empty."),
            ListProblemKind.BothSexes => ("Cả cột Nam và cột Nữ đều được đánh dấu. Hãy chọn một.", "Both sexes are ticked. Choose one."),
            ListProblemKind.NotABirthYear => ("Không phải năm sinh hay ngày sinh có thật. Hãy sửa hoặc để trống.", "This is not a year or date of birth. Correct it or leave it empty."),
            ListProblemKind.AgencyKindNotCertain => ("Chưa rõ đây là loại cơ quan nào. Hãy chọn loại cơ quan.", "The kind of agency is not certain. Choose it."),
            ListProblemKind.ProvinceNotCertain => ("Chưa rõ cơ quan thuộc tỉnh, thành phố nào. Hãy chọn tỉnh, thành phố.", "The agency's province is not certain. Choose it."),
            ListProblemKind.NotAProvince => ("Không phải tên tỉnh, thành phố. Hãy chọn tỉnh, thành phố.", "This is not a province. Choose it."),
            ListProblemKind.NotInForce => ("Đơn vị này không tồn tại vào ngày khai mạc. Hãy chọn đơn vị của ngày đó.", "This unit was not in force on the workshop's start. Choose the one that was."),
            ListProblemKind.NotAPhone => ("Không phải số điện thoại. Hãy sửa hoặc để trống.", "This is not a phone number. Correct it or leave it empty."),
            ListProblemKind.SeveralPhones => ("Có nhiều số điện thoại trong một ô; số đầu được đề xuất.", "The cell holds several phone numbers; the first is proposed."),
            ListProblemKind.NotAnEmail => ("Không phải địa chỉ thư điện tử. Hãy sửa hoặc để trống.", "This is not an e-mail address. Correct it or leave it empty."),
            ListProblemKind.SharedPhone => ($"Số điện thoại trùng với người ở dòng {rows}. Hãy kiểm tra.", $"Another person has this phone number, in row {rows}. Check it."),
            ListProblemKind.SharedEmail => ($"Thư điện tử trùng với người ở dòng {rows}. Hãy kiểm tra.", $"Another person has this e-mail address, in row {rows}. Check it."),
            ListProblemKind.RepeatedPerson => ($"Người này đã có ở dòng {rows}. Hãy bỏ dòng này nếu là một người.", $"This person is already in row {rows}. Leave this row out if it is the same person."),
            ListProblemKind.Formula => ("Ô là công thức nên giá trị không được dùng. Hãy nhập giá trị.", "The cell is a formula, so its value is not used. Enter the value."),
            _ => ("Ô chứa lỗi của bảng tính. Hãy nhập giá trị.", "The cell holds a spreadsheet error. Enter the value."),
        };
    }
}

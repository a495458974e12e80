"""Writes tcvn3-2016.xls (font .VnTime, the people are invented) and encrypted.xls. Needs python3-xlwt."""
import struct, sys, unicodedata
import xlwt

CODES = "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\u00ad®¡¢£¤¥¦§"
LETTERS = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ"
TABLE = str.maketrans(LETTERS, CODES)

def tcvn3(text):
    return unicodedata.normalize("NFC", text).translate(TABLE)

def style(font, num=None):
    s = xlwt.XFStyle()
    s.font = xlwt.Font()
    s.font.name = font
    if num: s.num_format_str = num
    return s

VN, VNH = style(".VnTime"), style(".VnTimeH")
book = xlwt.Workbook(encoding="latin-1")
sheet = book.add_sheet("DS")
def text(row, column, value): sheet.write(row, column, tcvn3(value), VN)
def capitals(row, column, value): sheet.write(row, column, tcvn3(value.lower()), VNH)

sheet.write_merge(0, 0, 0, 7, tcvn3("danh sách học viên tham dự hội thảo"), VNH)
sheet.write_merge(1, 1, 0, 7, tcvn3("Cần Thơ, ngày 18 tháng 8 năm 2016"), VN)
for column, label in enumerate(["TT", "Họ và tên", "Năm sinh", None, "Chức vụ", "Cơ quan", "Điện thoại", "Thư điện tử"]):
    if label == "Năm sinh": sheet.write_merge(3, 3, 2, 3, tcvn3(label), VN)
    elif label: sheet.write_merge(3, 4, column, column, tcvn3(label), VN)
text(4, 2, "Nam")
text(4, 3, "Nữ")
for column in range(8): sheet.write(5, column, f"({column + 1})", VN)
capitals(6, 0, "I. Tỉnh Hậu Giang")
people = [
    ("NGUYỄN VĂN ĐỨC", 1975, None, "Phó Chi cục trưởng", "Sở TN&MT", "0168 234 5678", "duc@example.vn"),
    ("Trần Thị Ngọc Hường", None, 1982, "Chuyên viên", "Sở Công Thương Hậu Giang", 1234567890, "huong@example.vn"),
]
for i, (name, male, female, position, unit, phone, email) in enumerate(people):
    row = 7 + i
    sheet.write(row, 0, i + 1, VN)
    (capitals if name.isupper() else text)(row, 1, name)
    if male: sheet.write(row, 2, male, VN)
    if female: sheet.write(row, 3, female, VN)
    text(row, 4, position)
    text(row, 5, unit)
    sheet.write(row, 6, phone, VN)
    sheet.write(row, 7, email, VN)
capitals(9, 0, "II. Thành phố Cần Thơ")
sheet.write(10, 0, 3, VN)
text(10, 1, "Lê Hữu Phước")
sheet.write(10, 2, 1969, VN)
text(10, 4, "Giám đốc")
text(10, 5, "Quỹ Bảo vệ môi trường")
text(10, 6, "0710.3820123")
sheet.write(11, 0, 4, VN)
text(11, 1, "Võ Thị Thúy Kiều")
sheet.write(11, 3, 1990, VN)
sheet.write(11, 4, xlwt.Formula("UPPER(\"x\")"), VN)
text(11, 5, "Sở NN&PTNT")
text(11, 6, "0945 678 901")
sheet.row(11).hidden = True
text(12, 1, "Tổng cộng: 4 người")
text(14, 5, "NGƯỜI LẬP BIỂU")
text(16, 5, "Phạm Văn Lập")
book.save(sys.argv[1] if len(sys.argv) > 1 else "tcvn3-2016.xls")

# A workbook stream whose first record after BOF is FILEPASS (0x2F): Excel asks for a password here.
plain = bytearray(open(sys.argv[1] if len(sys.argv) > 1 else "tcvn3-2016.xls", "rb").read())
bof = plain.index(struct.pack("<HH", 0x0809, 16), 512)
plain[bof + 20:bof + 20 + 58] = struct.pack("<HH", 0x2F, 54) + struct.pack("<HHH", 1, 1, 1) + bytes(range(48))
open("encrypted.xls", "wb").write(plain)

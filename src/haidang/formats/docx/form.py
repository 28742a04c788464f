"""The form of Decree 30/2020, annex I, as data: page, columns of the head, and one style for each part of a document.

Lengths in millimetres, sizes and spaces in points. The decree gives ranges; the values here are the upper ones that
offices use (body 14), with the national name at 13 so that it stands on one line.
"""

from dataclasses import dataclass

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
PRODUCT = "Hải Đăng"

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 20.0, 20.0, 30.0, 15.0
# From the paper's edge to the page number: the middle of the top margin less half a line.
PAGE_NUMBER_AT = 8.0
FIRST_LINE = 12.7

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Length of the motto in Times New Roman bold at 14 pt, for the line under it that has to be as long.
MOTTO_WIDTH = 60.4

# The national name at 13 pt bold is 95 mm long: the right column must not be narrower.
HEAD_COLUMNS = (66.0, 99.0)
FOOT_COLUMNS = (80.0, 85.0)

# Mean width of a letter in parts of the type size, measured on Vietnamese text in Times New Roman bold.
LETTER_CAPITAL, LETTER_SMALL = 0.59, 0.46
# A line under the issuer or the title is a third to a half as long as the words above it.
RULE_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class Style:
    """How a part of the document looks. `align` is left, centre, right or both; `outline` its level for navigation."""

    id: str
    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keep_next: bool = False
    outline: int | None = None


NATION_STYLE = Style("QuocHieu", "Quốc hiệu", 13, bold=True, align="centre")
MOTTO_STYLE = Style("TieuNgu", "Tiêu ngữ", 14, bold=True, align="centre")
PARENT_STYLE = Style("CoQuanChuQuan", "Cơ quan chủ quản", 13, align="centre")
ISSUER_STYLE = Style("CoQuanBanHanh", "Cơ quan ban hành", 13, bold=True, align="centre")
NUMBER_STYLE = Style("SoKyHieu", "Số, ký hiệu", 13, align="centre", before=6)
PLACE_STYLE = Style("DiaDanhNgay", "Địa danh, ngày tháng", 14, italic=True, align="centre", before=6)
KIND_STYLE = Style("TenLoai", "Tên loại văn bản", 14, bold=True, align="centre", before=18, keep_next=True)
SUBJECT_STYLE = Style("TrichYeu", "Trích yếu nội dung", 14, bold=True, align="centre", keep_next=True)
ADDRESSEE_STYLE = Style("KinhGui", "Kính gửi", 14, align="centre", before=6, after=6)
GROUND_STYLE = Style(
    "CanCu", "Căn cứ ban hành", 14, italic=True, align="both", first_line=FIRST_LINE, after=6, line=1.1
)
BODY_STYLE = Style("NoiDung", "Nội dung văn bản", 14, align="both", first_line=FIRST_LINE, after=6, line=1.1)
HEADING_STYLES = {
    1: Style(
        "DeMuc1", "Đề mục I", 14, bold=True, align="both", first_line=FIRST_LINE, before=6, after=6, line=1.1,
        keep_next=True, outline=0,
    ),
    2: Style(
        "DeMuc2", "Đề mục 1", 14, bold=True, align="both", first_line=FIRST_LINE, after=6, line=1.1,
        keep_next=True, outline=1,
    ),
    3: Style(
        "DeMuc3", "Đề mục a", 14, align="both", first_line=FIRST_LINE, after=6, line=1.1, keep_next=True, outline=2
    ),
}  # fmt: skip
AUTHORITY_STYLE = Style("QuyenHanChucVu", "Quyền hạn, chức vụ", 14, bold=True, align="centre")
SIGNER_STYLE = Style("HoTen", "Họ tên người ký", 14, bold=True, align="centre", before=72)
RECIPIENTS_STYLE = Style("NoiNhan", "Nơi nhận", 12, bold=True, italic=True)
RECIPIENT_STYLE = Style("DanhSachNoiNhan", "Danh sách nơi nhận", 11)
ANNEX_STYLE = Style("PhuLuc", "Phụ lục", 14, bold=True, align="centre", keep_next=True, outline=0)
ANNEX_TITLE_STYLE = Style("TenPhuLuc", "Tên phụ lục", 14, bold=True, align="centre", keep_next=True)
ANNEX_TIE_STYLE = Style("KemTheo", "Kèm theo", 14, italic=True, align="centre", keep_next=True)
CELL_STYLE = Style("ChuTrongBang", "Chữ trong bảng", 12, before=2, after=2)
CELL_DENSE_STYLE = Style("ChuNhoTrongBang", "Chữ nhỏ trong bảng", 11, before=1, after=1)
TABLE_HEAD_STYLE = Style("DauBang", "Đầu bảng", 12, bold=True, align="centre", before=2, after=2, keep_next=True)
TABLE_HEAD_DENSE_STYLE = Style(
    "DauBangNho", "Đầu bảng nhỏ", 11, bold=True, align="centre", before=1, after=1, keep_next=True
)
CAPTION_STYLE = Style("TenBang", "Tên bảng", 13, bold=True, align="centre", before=6, after=6, keep_next=True)
NOTE_STYLE = Style("GhiChuBang", "Ghi chú bảng", 12, italic=True, align="both", before=3, after=6)
PAGE_NUMBER_STYLE = Style("SoTrang", "Số trang", 14, align="centre")
RULE_STYLE = Style("DuongKe", "Đường kẻ", 2)
GAP_STYLE = Style("KhoangCach", "Khoảng cách", 2, after=8)

STYLES = (
    NATION_STYLE, MOTTO_STYLE, PARENT_STYLE, ISSUER_STYLE, NUMBER_STYLE, PLACE_STYLE, KIND_STYLE, SUBJECT_STYLE,
    ADDRESSEE_STYLE, GROUND_STYLE, BODY_STYLE, *HEADING_STYLES.values(), AUTHORITY_STYLE, SIGNER_STYLE,
    RECIPIENTS_STYLE, RECIPIENT_STYLE, ANNEX_STYLE, ANNEX_TITLE_STYLE, ANNEX_TIE_STYLE, CELL_STYLE, CELL_DENSE_STYLE,
    TABLE_HEAD_STYLE, TABLE_HEAD_DENSE_STYLE, CAPTION_STYLE, NOTE_STYLE, PAGE_NUMBER_STYLE, RULE_STYLE, GAP_STYLE,
)  # fmt: skip

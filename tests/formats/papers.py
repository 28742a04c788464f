"""Papers for the tests of pages: an invented plan, printed as PDF with letters or as pictures."""

import ctypes
import io
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from haidang.formats.scan.rehearsal import HEIGHT, WIDTH, Block, Printed, set_type
from tests.needs import font

SERIF = ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf")
BODY = (
    "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh và Ủy ban nhân dân các xã ven biển rà soát tàu "
    "thuyền, lập danh sách chủ tàu, nhắc từng chủ tàu mang đủ áo phao trước mỗi chuyến đi biển; hoàn thành trước ngày "
    "15/6/2026.",
    "Sở Xây dựng kiểm tra bến bãi, luồng lạch và phao tiêu trên toàn tuyến; báo cáo kết quả về Ủy ban nhân dân tỉnh "
    "trong quý II năm 2026, kèm theo danh mục những bến chưa bảo đảm an toàn và đề xuất hướng xử lý.",
    "Báo và Đài Phát thanh và Truyền hình tỉnh mở chuyên mục hằng tuần về an toàn đi biển, phát vào buổi sáng sớm để "
    "ngư dân nghe được trước khi ra khơi.",
)
HEAD = Block(
    "pair",
    left=("ỦY BAN NHÂN DÂN", "TỈNH AN HẢI", "Số: 45/KH-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Hải, ngày 12 tháng 5 năm 2026",
    ),
)
FOOT = Block(
    "pair",
    left=("Nơi nhận:", "- Như trên;", "- Công an tỉnh;", "- Lưu: VT, NC."),
    right=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Lê Thị Hải Yến"),
)


def plan(repeat: int = 1) -> list[Block]:
    """A short plan of an invented province; its tasks `repeat` times."""
    return [
        HEAD,
        Block("centre", "KẾ HOẠCH", bold=True),
        Block("centre", "Bảo đảm an toàn cho người dân đi biển năm 2026", bold=True),
        Block("body", "II. PHÂN CÔNG THỰC HIỆN", bold=True),
        *(Block("body", f"{number}. {text}") for number, text in enumerate(BODY * repeat, 1)),
        FOOT,
    ]


def faces() -> tuple[str, str]:
    """The files of the regular and the bold face."""
    return font(SERIF[0]), font(SERIF[1])


def typed(blocks: list[Block]) -> list[Printed]:
    """The words of a document in their places."""
    return set_type(blocks, faces())


def as_pdf(words: list[Printed], lines: Iterable[tuple[float, float, float, float]] = (), **more: object) -> bytes:
    """The words as letters of a PDF; `lines` are ruled lines on its first page, from the top left corner."""
    document = pdfium.PdfDocument.new()
    held = [Path(face).read_bytes() for face in faces()]
    fonts = [
        raw.FPDFText_LoadFont(
            document, ctypes.cast(data, ctypes.POINTER(ctypes.c_uint8)), len(data), raw.FPDF_FONT_TRUETYPE, True
        )
        for data in held
    ]
    pages = [document.new_page(WIDTH, HEIGHT) for _ in range(1 + max((word.page for word in words), default=0))]
    for word in words:
        item = raw.FPDFPageObj_CreateTextObj(document, fonts[word.bold], word.size)
        coded = (word.text + " \0").encode("utf-16-le")
        raw.FPDFText_SetText(item, ctypes.cast(coded, ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, word.left, HEIGHT - word.base)
        raw.FPDFPage_InsertObject(pages[word.page], item)
    for left, top, right, bottom in lines:
        path = raw.FPDFPageObj_CreateNewPath(left, HEIGHT - top)
        raw.FPDFPath_LineTo(path, right, HEIGHT - bottom)
        raw.FPDFPath_SetDrawMode(path, 0, True)
        raw.FPDFPage_InsertObject(pages[0], path)
    for page in pages:
        raw.FPDFPage_GenerateContent(page)
        page.close()
    for loaded in fonts:
        raw.FPDFFont_Close(loaded)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def as_scanned_pdf(pages: list[Image.Image], dpi: int) -> bytes:
    """Pictures of pages as a PDF, one picture a page, as a scanner saves them."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return out.getvalue()


def as_picture(page: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    """A page as a picture file."""
    out = io.BytesIO()
    page.save(out, kind, **more)
    return out.getvalue()


def plan_text() -> str:
    """The same plan as plain text."""
    parts = [*HEAD.left, *HEAD.right, "KẾ HOẠCH", "Bảo đảm an toàn cho người dân đi biển năm 2026"]
    tasks = [f"{number}. {text}" for number, text in enumerate(BODY, 1)]
    return "\n\n".join([*parts, "II. PHÂN CÔNG THỰC HIỆN", *tasks, *FOOT.left, *FOOT.right])

"""Invented drafts of realistic length: a province's plan with 14 agencies and 40 duties, its police's report."""

import datetime as dt
from decimal import Decimal

from haidang.domain.drafting.figures import AgencyRow, Empty, FigureRow
from haidang.domain.drafting.head import Frame
from haidang.domain.drafting.plan import Amendment, DutyGroup, DutyLine, PlanDraft, ReportRequest
from haidang.domain.drafting.report import Passage, ReportDraft, Reporter, ReporterState, Section

ABOVE = "Kế hoạch số 31/KH-UBND"

PROVINCE = Frame(
    issuer="Ủy ban nhân dân\ntỉnh An Hải",
    issuer_name="Ủy ban nhân dân tỉnh An Hải",
    symbol="KH-UBND",
    place="An Hải",
    year=2026,
    authority=("TM. Ủy ban nhân dân", "KT. Chủ tịch"),
    position="Phó Chủ tịch",
    signer="Trần Thị Minh Hạnh",
    recipients=(
        "Ban Chỉ đạo 138/CP",
        "Bộ Công an (V01, C02)",
        "Thường trực Tỉnh ủy",
        "Thường trực Hội đồng nhân dân tỉnh",
        "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Các cơ quan, đơn vị nêu tại Mục II",
        "Ủy ban nhân dân các xã, phường",
        "Văn phòng Ủy ban nhân dân tỉnh: Chánh Văn phòng, các Phòng chuyên môn",
        "Cổng Thông tin điện tử tỉnh",
    ),
    filed="VT, NC",
)

_WORK = (
    "Rà soát địa bàn, lập danh mục tuyến, địa bàn trọng điểm và cập nhật trước mỗi quý để bố trí lực lượng phù hợp",
    "Tổ chức tập huấn cho cán bộ trực tiếp tiếp nhận nạn nhân về cách hỏi, cách ghi nhận và giữ kín thông tin",
    "Biên soạn tài liệu tuyên truyền ngắn bằng tiếng Việt và tiếng dân tộc thiểu số, chuyển các xã, phường sử dụng",
)

_AGENCIES: tuple[tuple[str, bool], ...] = (
    ("Công an tỉnh", False),
    ("Ban Chỉ huy Bộ đội Biên phòng, Bộ Chỉ huy Quân sự tỉnh", True),
    ("Sở Y tế", False),
    ("Sở Nội vụ", False),
    ("Sở Tư pháp", False),
    ("Sở Tài chính", False),
    ("Sở Giáo dục và Đào tạo", False),
    ("Sở Văn hóa, Thể thao và Du lịch", False),
    ("Sở Khoa học và Công nghệ", False),
    ("Sở Dân tộc và Tôn giáo", False),
    ("Viện kiểm sát nhân dân tỉnh", True),
    ("Tòa án nhân dân tỉnh", True),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội cấp tỉnh", True),
    ("Ủy ban nhân dân các xã, phường", False),
)


def _duties(place: int) -> tuple[DutyLine, ...]:
    count = 2 if place % 7 == 6 else 3
    return tuple(
        DutyLine(
            text=_WORK[(place + line) % 3],
            cooperating=("Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh") if line == 1 else (),
            due=("trước ngày 05/8/2026", None, "hằng quý")[line],
            source=f"mục II.{place + 1}, {ABOVE}" if line == 0 else "",
        )
        for line in range(count)
    )


PLAN = PlanDraft(
    frame=PROVINCE,
    subject="Triển khai công tác phòng, chống mua bán người và hưởng ứng Ngày toàn dân phòng, chống mua bán người 30/7 "
    "trên địa bàn tỉnh năm 2026",
    legal_bases=(
        "Luật Phòng, chống mua bán người ngày 28/11/2024",
        "Quyết định số 793/QĐ-TTg ngày 10/5/2016 của Thủ tướng Chính phủ về Ngày toàn dân phòng, chống mua bán người",
        "Theo đề nghị của Giám đốc Công an tỉnh.",
    ),
    lead_in="Ủy ban nhân dân tỉnh ban hành Kế hoạch phòng, chống mua bán người năm 2026 như sau",
    aims=(
        "Mỗi cơ quan nắm rõ phần việc của mình, hoàn thành đúng hạn và báo cáo bằng số liệu có hồ sơ kèm theo",
        "Người dân ở mọi xã, phường biết dấu hiệu nhận biết và nơi báo tin, trong đó có Tổng đài 111",
    ),
    groups=tuple(
        DutyGroup(agency=name, courtesy=courtesy, duties=_duties(place))
        for place, (name, courtesy) in enumerate(_AGENCIES)
    ),
    reports=(
        ReportRequest(
            by="các sở, ban, ngành và Ủy ban nhân dân các xã, phường",
            to="Ủy ban nhân dân tỉnh",
            via="Công an tỉnh",
            due="trước ngày 16/9/2026",
        ),
        ReportRequest(
            by="Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh",
            to="Ủy ban nhân dân tỉnh",
            via="Công an tỉnh",
            due="trước ngày 16/9/2026",
            courtesy=True,
        ),
    ),
    funds="Kinh phí thực hiện do ngân sách bảo đảm theo phân cấp; các cơ quan lập cùng dự toán chi thường xuyên.",
    organisation=(
        "Giao Công an tỉnh theo dõi, đôn đốc, tổng hợp kết quả và báo cáo Ủy ban nhân dân tỉnh.",
        "Căn cứ Kế hoạch này, các cơ quan, đơn vị, địa phương xây dựng kế hoạch cụ thể trước ngày 20/6/2026.",
    ),
    contact="Công an tỉnh",
)

AMENDMENT = Amendment(
    times=1, number="45/KH-UBND", date=dt.date(2026, 2, 5), changes=("Giao thêm một nội dung cho Sở Y tế",)
)

_COMMUNES = (
    "Ủy ban nhân dân phường Hải Châu Đông",
    "Ủy ban nhân dân phường Cửa Lạch",
    "Ủy ban nhân dân phường Bến Vân",
    "Ủy ban nhân dân xã Sơn Trà Bắc",
    "Ủy ban nhân dân xã Đồng Muối",
    "Ủy ban nhân dân xã Khe Giữa",
    "Ủy ban nhân dân xã Tân Lập Thượng",
    "Ủy ban nhân dân xã Hòn Đèn",
    "Ủy ban nhân dân xã Vĩnh Mỹ Tây",
    "Ủy ban nhân dân xã Nà Phai",
    "Ủy ban nhân dân xã Lũng Cát",
    "Ủy ban nhân dân xã Bình Sa",
)
INDICATORS = (
    ("Buổi tuyên truyền trực tiếp", "buổi"),
    ("Người dự tuyên truyền", "lượt người"),
    ("Lượt phát thanh", "lượt"),
    ("Tin, bài, phóng sự", "tin, bài"),
    ("Cơ sở lưu trú được kiểm tra", "cơ sở"),
    ("Tin báo, tố giác tiếp nhận", "tin"),
    ("Nạn nhân được tiếp nhận", "người"),
    ("Nạn nhân được hỗ trợ", "người"),
)


def _line(place: int) -> AgencyRow:
    figures = (
        place + 2,
        1240 + place * 35,
        place * 3,
        place % 4,
        place % 5,
        Empty.NOTHING_AROSE,
        0,
        Empty.NOT_ITS_TASK,
    )
    if place == 10:
        return AgencyRow(_COMMUNES[place], (Empty.NOT_REPORTED,) * 8)
    return AgencyRow(_COMMUNES[place], figures, note="nhập thay" if place == 7 else "")


_STATES = {10: ReporterState.NOT_REPORTED, 9: ReporterState.AWAITING, 3: ReporterState.NOTHING_AROSE}

REPORT = ReportDraft(
    frame=Frame(
        parent_issuer="Bộ Công an",
        issuer="Công an tỉnh An Hải",
        issuer_name="Công an tỉnh",
        symbol="BC-CAT",
        place="An Hải",
        number="7",
        date=dt.date(2026, 9, 16),
        authority=("KT. Giám đốc",),
        position="Phó Giám đốc",
        recipients=("Thường trực Ban Chỉ đạo 138 tỉnh", "Các cơ quan, đơn vị, địa phương gửi báo cáo"),
        filed="VT, PV01",
    ),
    addressees=("Ủy ban nhân dân tỉnh An Hải",),
    subject="Kết quả thực hiện công tác phòng, chống mua bán người 9 tháng năm 2026",
    lead_in="Thực hiện Kế hoạch số 31/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh, Công an tỉnh tổng hợp kết quả",
    period="từ ngày 15/12/2025 đến ngày 14/9/2026",
    cutoff=dt.date(2026, 9, 11),
    estimated_from=dt.date(2026, 9, 12),
    period_end=dt.date(2026, 9, 14),
    reporters=(
        *(Reporter(name, _STATES.get(place, ReporterState.ACCEPTED)) for place, name in enumerate(_COMMUNES)),
        Reporter("Tòa án nhân dân tỉnh", ReporterState.ACCEPTED, "Công văn số 118/TA-VP ngày 10/9/2026"),
        Reporter("Sở Văn hóa, Thể thao và Du lịch", ReporterState.NOT_ITS_TASK),
    ),
    figures=(
        FigureRow("Buổi tuyên truyền trực tiếp", "buổi", 78, 131, 72, 6, Decimal("8.33")),
        FigureRow("Người dự tuyên truyền", "lượt người", 15600, 24010, 17000, -1400, Decimal("-8.24")),
        FigureRow("Lượt phát thanh", "lượt", 168, 260, 168, 0, Decimal("0")),
        FigureRow("Nạn nhân được tiếp nhận", "người", 0, 3, 2, -2, Decimal("-100")),
        FigureRow("Phiên tòa giả định", "phiên", Empty.NOTHING_AROSE, note="nguồn: Tòa án nhân dân tỉnh"),
    ),
    sections=(
        Section(
            "Công tác tuyên truyền",
            (
                Passage("", "Các cơ quan đã tổ chức tuyên truyền ở trường học, khu công nghiệp và chợ phiên"),
                Passage("Sở Giáo dục và Đào tạo", "Tổ chức hoạt động ngoại khóa tại 24 trường trung học"),
                Passage("Ủy ban nhân dân xã Hòn Đèn", "Phát thanh mỗi tuần ba lượt bằng hai thứ tiếng"),
            ),
        ),
        Section(
            "Công tác tiếp nhận, hỗ trợ nạn nhân", (Passage("Sở Y tế", "Duy trì trực tiếp nhận 24 giờ trong ngày"),)
        ),
    ),
    difficulties=(Passage("Ủy ban nhân dân xã Nà Phai", "Địa bàn rộng, thiếu phương tiện đi lại trong mùa mưa"),),
    proposals=(Passage("", "Đề nghị Ủy ban nhân dân tỉnh bố trí kinh phí in tài liệu cho các xã biên giới"),),
    annex_indicators=INDICATORS,
    annex_rows=tuple(_line(place) for place in range(12)),
    annex_totals=(78, 15600, 168, 16, 21, Empty.NOTHING_AROSE, 0, Empty.NOT_ITS_TASK),
)

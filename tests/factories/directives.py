"""A directive of our own words, as tests paste it."""

from dataclasses import dataclass
from uuid import UUID

from haidang.apps.directives import queries
from haidang.apps.directives.queries import DirectiveView, DutyRow
from haidang.flows.register_directive import register_directive
from tests.factories.cast import NOW, TODAY, Cast

TEXT = """BAN CHỈ ĐẠO 138 TỈNH AN HẢI
Số: 07/KH-BCĐ
An Hải, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Phòng ngừa mua bán người ở các bến cá năm 2026

Căn cứ chương trình công tác năm, Ban Chỉ đạo ban hành kế hoạch như sau:

I. MỤC ĐÍCH
Giữ cho người đi biển và gia đình họ được an toàn.

II. NHIỆM VỤ
1. Công an tỉnh
- Chủ trì, phối hợp với Sở Y tế mở đợt tuần tra các bến cá từ ngày 01/7/2026 đến ngày 30/9/2026.
- Lập danh sách bến cá không có đèn trước ngày 15/4/2026.
2. Sở Y tế
- Chuẩn bị mười giường cho người mới được đưa về; tập huấn y tá các trạm ven biển, xong trước ngày 20/5/2026.
3. UBND các xã, phường
- Phát tờ rơi tại chợ cá hằng quý.
4. Cục Hải đăng
- Sửa lại đèn ở ba cửa sông.

III. TỔ CHỨC THỰC HIỆN
Các cơ quan, đơn vị báo cáo kết quả về Công an tỉnh trước ngày 15/11/2026 để tổng hợp.

Nơi nhận:
- Như trên;
- Lưu: VT.
TRƯỞNG BAN
Phạm Văn Mẫu
"""


def register(cast: Cast, who: str = "standing", text: str = TEXT, **more: object) -> UUID:
    """Register the text for one of the cast."""
    return register_directive(actor=cast[who], at=NOW, today=TODAY, data=text.encode(), label="van-ban.txt", **more)


@dataclass(frozen=True)
class Seen:
    """A directive as its reading view shows it, with all its duties."""

    view: DirectiveView
    duties: tuple[DutyRow, ...]

    def __getattr__(self, name: str) -> object:
        return getattr(self.view, name)


def seen(cast: Cast, uuid: UUID, who: str = "standing") -> Seen:
    """The directive as one of the cast sees it."""
    return Seen(queries.view(cast[who], uuid), queries.duties(cast[who], uuid))

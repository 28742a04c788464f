"""A small province with the fixed cast, as fixtures: people do things in tests, mocks do not."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from haidang.apps.people import queries, services
from haidang.apps.people.models import Agency, Holding, Post, Unit, User
from haidang.domain.access.viewer import Viewer

TODAY = dt.date(2026, 3, 11)
NOW = dt.datetime(2026, 3, 11, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
PASSWORD = "hai-dang-kiem-thu"

# username → (agency name, post title, roles, signs_as, full name); every person is invented.
PEOPLE = {
    "standing": ("Công an tỉnh", "Cán bộ Phòng Cảnh sát hình sự", ["standing", "focal"], [], "Lê Thị Mẫu"),
    "police_leader": (
        "Công an tỉnh",
        "Phó Giám đốc",
        ["leader"],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        "Phạm Văn Mẫu",
    ),
    "leader": (
        "UBND tỉnh An Hải",
        "Phó Chủ tịch",
        ["leader"],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "Trần Minh Mẫu",
    ),
    "clerk": ("Văn phòng UBND tỉnh", "Văn thư", ["clerk"], [], "Vũ Thị Giấy"),
    "focal": ("Sở Y tế", "Cán bộ đầu mối", ["focal"], [], "Đỗ Thị Lành"),
    "other_focal": ("Sở Tư pháp", "Cán bộ đầu mối", ["focal"], [], "Ngô Văn Luật"),
    "commune": ("UBND xã Bãi Ngang", "Công chức Văn hóa - Xã hội", ["focal"], [], "Hồ Thị Biển"),
    "support": ("Trung tâm Công tác xã hội tỉnh", "Nhân viên hỗ trợ", ["focal"], [], "Mai Thị Đỡ"),
    "inspector": ("Thanh tra tỉnh", "Thanh tra viên", ["inspector"], [], "Cao Văn Soi"),
    "admin": ("Văn phòng UBND tỉnh", "Quản trị hệ thống", ["admin"], [], "Lý Văn Máy"),
}

# name → (kind, standing, courtesy, uses_system)
AGENCIES = {
    "UBND tỉnh An Hải": ("committee", False, False, True),
    "Văn phòng UBND tỉnh": ("office", False, False, True),
    "Công an tỉnh": ("police", True, False, True),
    "Sở Y tế": ("department", False, False, True),
    "Sở Tư pháp": ("department", False, False, True),
    "Sở Nội vụ": ("department", False, False, True),
    "Sở Giáo dục và Đào tạo": ("department", False, False, True),
    "Thanh tra tỉnh": ("office", False, False, True),
    "Trung tâm Công tác xã hội tỉnh": ("service", False, False, True),
    "Tòa án nhân dân tỉnh": ("judiciary", False, True, False),
    "Hội Liên hiệp Phụ nữ tỉnh": ("association", False, False, True),
}

COMMUNES = ("xã Bãi Ngang", "xã Hòn Trà", "phường Cửa Sóng")


@dataclass
class Cast:
    """The province, its agencies by name, and for each username of PEOPLE (and `stranger`) a user and a viewer."""

    province: Unit
    agencies: dict[str, Agency]
    users: dict[str, User] = field(default_factory=dict)
    viewers: dict[str, Viewer] = field(default_factory=dict)

    def __getitem__(self, who: str) -> Viewer:
        return self.viewers[who]

    def client(self, who: str) -> Client:
        """A browser-like client signed in as one of the cast."""
        client = Client()
        client.force_login(self.users[who])
        return client


@cache
def hashed(password: str) -> str:
    """One slow hash serves every test."""
    return make_password(password)


def make_cast() -> Cast:
    """Lay the province."""
    encoded = hashed(PASSWORD)
    province = services.create_unit(name="tỉnh An Hải", level="province")
    agencies = {
        name: services.create_agency(
            unit=province, name=name, kind=kind, order=n, standing=standing, courtesy=courtesy, uses_system=uses
        )
        for n, (name, (kind, standing, courtesy, uses)) in enumerate(AGENCIES.items())
    }
    for n, name in enumerate(COMMUNES):
        unit = services.create_unit(name=name, level="commune", parent=province)
        agencies[f"UBND {name}"] = services.create_agency(
            unit=unit, name=f"UBND {name}", kind="committee", order=100 + n
        )
    cast = Cast(province, agencies)
    for username, (agency, title, roles, signs_as, name) in PEOPLE.items():
        _person(cast, username, agencies[agency], title, roles, signs_as, name, encoded)
    elsewhere = services.create_unit(name="tỉnh Biển Xa", level="province")
    police = services.create_agency(unit=elsewhere, name="Công an tỉnh", kind="police", standing=True)
    _person(cast, "stranger", police, "Cán bộ", ["standing", "focal"], [], "Tạ Văn Xa", encoded)
    return cast


def _person(
    cast: Cast, username: str, agency: Agency, title: str, roles: list[str], signs: list[str], name: str, encoded: str
) -> None:
    post = Post.objects.create(agency=agency, title=title, roles=roles, signs_as=signs)
    user = User.objects.create(username=username, full_name=name, password=encoded)
    Holding.objects.create(user=user, post=post, since=dt.date(2025, 7, 1))
    viewer = queries.viewer_for(user, TODAY)
    assert viewer is not None
    cast.users[username], cast.viewers[username] = user, viewer


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast in a small province, on 11/3/2026."""
    return make_cast()


@pytest.fixture(autouse=True)
def _fixed_day(settings) -> None:
    """Pages count from the cast's day."""
    settings.FIXED_TODAY = TODAY.isoformat()

"""Which agency a written name means."""

from uuid import UUID, uuid4

import pytest

from haidang.domain.units.naming import Body, Found, meaning

PROVINCE = [
    ("UBND tỉnh An Hải", "committee", ()),
    ("Văn phòng UBND tỉnh", "office", ()),
    ("Công an tỉnh", "police", ()),
    ("Bộ Chỉ huy Quân sự tỉnh", "military", ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh",)),
    ("Sở Y tế", "department", ()),
    ("Sở Văn hóa, Thể thao và Du lịch", "department", ("Sở VHTTDL",)),
    ("Sở Nội vụ", "department", ()),
    ("Hội Liên hiệp Phụ nữ tỉnh", "association", ()),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "association", ()),
    ("Tòa án nhân dân tỉnh", "judiciary", ()),
    ("Trung tâm Công tác xã hội tỉnh", "service", ()),
]
COMMUNES = ["UBND xã Bãi Ngang", "UBND xã Hòn Trà", "UBND phường Cửa Sóng"]


@pytest.fixture(scope="module")
def bodies() -> tuple[Body, ...]:
    unit = "tỉnh An Hải"
    rows = [Body(uuid4(), name, aliases, kind, "province", True, unit_name=unit) for name, kind, aliases in PROVINCE]
    rows += [Body(uuid4(), name, (), "committee", "commune", False) for name in COMMUNES]
    return tuple(rows)


def named(bodies: tuple[Body, ...], uuids: tuple[UUID, ...]) -> set[str]:
    return {b.name for b in bodies if b.uuid in uuids}


@pytest.mark.parametrize(
    ("written", "agency", "why"),
    [
        ("Sở Y tế", "Sở Y tế", "exact"),
        ("sở y tế", "Sở Y tế", "exact"),
        ("Uỷ ban nhân dân tỉnh An Hải", "UBND tỉnh An Hải", "exact"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "alias"),
        ("Công an tỉnh An Hải", "Công an tỉnh", "without_unit"),
        ("Sở Y tế tỉnh", "Sở Y tế", "without_unit"),
        ("Trung tâm Công tác xã hội", "Trung tâm Công tác xã hội tỉnh", "without_unit"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "exact"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "exact"),
        ("Sở Văn hóa Thể thao và Du lich", "Sở Văn hóa, Thể thao và Du lịch", "exact"),
        ("Sở Văn hoa, Thể thao và Du lch", "Sở Văn hóa, Thể thao và Du lịch", "similar"),
    ],
)
def test_a_written_name_means_one_agency(bodies, written, agency, why):
    found = meaning(written, bodies)
    assert found.found is Found.ONE
    assert named(bodies, found.agencies) == {agency}
    assert found.why == why


@pytest.mark.parametrize("written", ["UBND các xã, phường", "Ủy ban nhân dân các xã, phường", "UBND cấp xã"])
def test_the_communes_committees_are_a_collective(bodies, written):
    found = meaning(written, bodies)
    assert found.found is Found.COLLECTIVE
    assert named(bodies, found.agencies) == set(COMMUNES)


def test_departments_and_associations_named_together_are_all_meant(bodies):
    found = meaning("các sở, ban, ngành, đoàn thể tỉnh", bodies)
    assert found.found is Found.COLLECTIVE
    names = named(bodies, found.agencies)
    assert {"Sở Y tế", "Công an tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"} <= names
    assert "Tòa án nhân dân tỉnh" not in names
    assert not names & set(COMMUNES)


@pytest.mark.parametrize("written", ["", "Công an huyện", "Công an tỉnh Biển Xa", "Phòng Tư pháp", "Báo Người Đi Biển"])
def test_a_name_nobody_bears_is_not_guessed_at(bodies, written):
    assert meaning(written, bodies).found is Found.UNKNOWN


def test_two_bodies_of_one_name_are_left_to_a_person():
    twins = tuple(Body(uuid4(), "Công an xã", (), "police", "commune", False) for _ in range(2))
    assert meaning("Công an xã", twins).why == "ambiguous"


def test_bodies_of_communes_are_meant_with_and_without_the_word_for_several():
    unit = Body(uuid4(), "Công an phường Cửa Sóng", (), "police", "commune", False)
    assert meaning("Công an xã, phường, đặc khu", (unit,)).agencies == (unit.uuid,)
    assert meaning("Công an các xã, phường, đặc khu", (unit,)).agencies == (unit.uuid,)


def test_names_that_differ_in_more_than_a_slip_are_different_bodies(bodies):
    assert meaning("Sở Ngoại vụ", bodies).found is Found.UNKNOWN


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("các đơn vị có liên quan", "vague"),
        ("các bộ, ngành, địa phương", "other_level"),
        ("các phòng, ban, ngành, đoàn thể của huyện", "other_level"),
        ("các Sở GTVT", "unknown"),
    ],
)
def test_a_collective_of_nobody_here_stays_without_members_and_says_why(bodies, written, why):
    found = meaning(written, bodies)
    assert found.agencies == ()
    assert found.why == why


def test_a_collective_that_means_only_some_says_so(bodies):
    assert meaning("UBND các xã, phường ven biển", bodies).why == "collective"
    assert meaning("UBND các xã, phường có bến cá", bodies).why == "collective_part"
    assert meaning("các sở, ngành liên quan", bodies).why == "collective_part"


def test_the_police_of_communes_does_not_take_in_their_committees(bodies):
    police = tuple(Body(uuid4(), f"Công an {name}", (), "police", "commune", False) for name in ("xã A", "phường B"))
    found = meaning("Công an các xã, phường, đặc khu", bodies + police)
    assert found.found is Found.COLLECTIVE
    assert set(found.agencies) == {body.uuid for body in police}


def test_communes_named_after_departments_are_their_committees(bodies):
    found = meaning("các sở, ban, ngành, xã, phường", bodies)
    assert set(COMMUNES) < named(bodies, found.agencies)

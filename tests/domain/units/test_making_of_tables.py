"""From the package's tables to ours, on invented rows."""

import pytest
from units_tables import Edge, Rows, Unit, divided_name, edges, formers, units, written

PROVINCE = {"provinceCode": "01", "province": "Tỉnh An Hải", "provinceKey": "tinhanhai"}


def old(district: str, code: str, ward: str, key: str) -> dict[str, str | None]:
    names = {"101": "Huyện Bãi", "102": "Thị xã Cồn", "103": "Huyện Đảo"}
    keys = {"101": "huyenbai", "102": "thixacon", "103": "huyendao"}
    return PROVINCE | {
        "districtCode": district,
        "district": names[district],
        "districtKey": keys[district],
        "wardCode": code or None,
        "ward": ward or None,
        "wardKey": key or None,
        "districtAlias": '["huyencu"]' if district == "101" else None,
        "wardAlias": '["xacu", "cu", "xahoaa", "phuong01", "01"]' if code == "00001" else None,
    }


def new(code: str, ward: str, key: str) -> dict[str, str]:
    return PROVINCE | {"wardCode": code, "ward": ward, "wardKey": key}


def rows(**divided: list[str]) -> Rows:
    return Rows(
        old=[
            old("101", "00001", "Xã Hòa", "xahoa"),
            old("101", "00002", "Thị trấn Hòa", "thitranhoa"),
            old("102", "00003", "Xã Hòa", "xahoa"),
            old("102", "00004", "Phường 1", "phuong1"),
            old("102", "00005", "Xã Mới", "xamoi"),
            old("103", "", "", ""),
        ],
        new=[
            new("00001", "Xã Bãi Hòa", "xabaihoa"),
            new("00003", "Phường Cồn Hòa", "phuongconhoa"),
            new("00009", "Đặc khu Đảo", "dackhudao"),
        ],
        conversion={
            "DICT_PROVINCE": {"tinhanhai": ["tinhanhai"]},
            "DICT_PROVINCE_WARD_NO_DIVIDED": {
                "tinhanhai": {
                    "xabaihoa": ["tinhanhai_huyenbai_thitranhoa"],
                    "phuongconhoa": ["tinhanhai_thixacon_phuong1"],
                    "dackhudao": ["tinhanhai_huyendao_"],
                }
            },
            "DICT_PROVINCE_WARD_DIVIDED": {
                "tinhanhai": {
                    key: [{"newWardKey": target, "isDefaultNewWard": False} for target in targets]
                    for key, targets in divided.items()
                }
            },
        },
    )


BOTH = ["xabaihoa", "phuongconhoa"]


def test_a_full_name_is_parted_into_kind_and_name():
    assert divided_name("Thị Trấn  Hòa") == ("thị trấn", "Hòa")
    assert divided_name("Phường 1") == ("phường", "1")
    with pytest.raises(ValueError, match="Hòa"):
        divided_name("Hòa")


def test_both_lists_hold_every_level_and_an_island_without_communes_is_a_district():
    before, since = units(rows())
    assert before[:2] == [Unit("01", "tỉnh", "An Hải", ""), Unit("101", "huyện", "Bãi", "01")]
    assert [unit.code for unit in before] == ["01", "101", "102", "103", "00001", "00002", "00003", "00004", "00005"]
    assert since[-1] == Unit("00009", "đặc khu", "Đảo", "01")


def test_conversion_goes_by_kind_and_name_so_that_a_town_and_a_commune_of_one_name_stay_apart():
    made, gaps = edges(rows(tinhanhai_huyenbai_xahoa=["phuongconhoa"]), {})
    assert Edge("00002", "00001", "whole") in made
    assert Edge("00001", "00003", "whole") in made
    assert Edge("103", "00009", "whole") in made
    assert gaps == []


def test_namesakes_of_two_districts_that_were_given_each_others_successors_are_doubtful():
    made, gaps = edges(rows(tinhanhai_huyenbai_xahoa=BOTH, tinhanhai_thixacon_xahoa=BOTH), {})
    assert [(gap.code, gap.reason, gap.doubtful) for gap in gaps] == [
        ("00001", "namesake", ("00003",)),
        ("00003", "namesake", ("00001",)),
    ]
    assert {edge.part for edge in made if edge.old in {"00001", "00003"}} == {"unknown"}


def test_a_commune_that_was_truly_divided_is_not_doubtful():
    made, gaps = edges(rows(tinhanhai_thixacon_xamoi=BOTH), {})
    assert gaps == []
    assert [edge for edge in made if edge.old == "00005"] == [
        Edge("00005", "00001", "some"),
        Edge("00005", "00003", "some"),
    ]


def test_a_doubt_found_by_comparison_is_kept_with_its_reason_and_must_name_an_old_unit():
    made, gaps = edges(rows(), {"00004": "other_table_adds_00001"})
    assert (gaps[0].reason, gaps[0].doubtful) == ("other_table_adds_00001", ("00001",))
    assert Edge("00004", "00003", "unknown") in made
    with pytest.raises(ValueError, match="99999"):
        edges(rows(), {"99999": "absent_from_other_table"})


def test_a_key_that_names_two_units_stops_the_script():
    twice = rows()
    twice.new.append(new("00010", "Xã Bãi Hoa", "xabaihoa"))
    with pytest.raises(ValueError, match="xabaihoa"):
        edges(twice, {})


def test_the_files_are_the_same_whatever_the_order_of_the_rows():
    one, other = rows(tinhanhai_thixacon_xamoi=BOTH), rows(tinhanhai_thixacon_xamoi=BOTH[::-1])
    other.old.reverse()
    other.new.reverse()
    made = [written(*units(each), *edges(each, {}), formers(each)) for each in (one, other)]
    assert made[0] == made[1]


def test_names_of_earlier_units_are_kept_and_other_spellings_of_living_ones_are_not():
    assert formers(rows()) == [("00001", "phường", "1"), ("00001", "xã", "cu"), ("101", "huyện", "cu")]

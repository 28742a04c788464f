"""Reading .doc and .rtf: through LibreOffice where there is one, and a clear word where there is none."""

from pathlib import Path

import pytest

from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import open_file

RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 K\u7870? HO\u7840?CH\par "
    rb"1. C\u244?ng an t\u7881?nh\par - R\u224? so\u225?t.\par}"
)


@pytest.mark.libreoffice
def test_rtf_is_read_through_libreoffice() -> None:
    laid = open_file(RTF)
    assert (laid.form, laid.text) == ("doc", "KẾ HOẠCH\n\n1. Công an tỉnh\n\n- Rà soát.\n")


@pytest.mark.libreoffice
def test_what_libreoffice_cannot_open_is_damaged() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    with pytest.raises(Refusal) as refused:
        open_file(head + "WordDocument".encode("utf-16-le") + b"\x07" * 900)
    assert refused.value.code == "file.damaged"


def test_without_libreoffice_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal) as refused:
        open_file(RTF)
    assert (refused.value.code, refused.value.values_by_name) == (
        "file.needs_libreoffice",
        {"package": "libreoffice-writer"},
    )

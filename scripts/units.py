"""Make the tables of administrative units again: src/haidang/domain/units/data/*.tsv.

The data come from the package vietnamadminunits 1.0.4 (MIT, see NOTICE), which is fetched into a temporary folder, read
and thrown away; nothing of it is installed or run. Usage: `python scripts/units.py [WHEEL]`.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from units_tables import Rows, edges, formers, units, written

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "haidang" / "domain" / "units" / "data"
DOUBTS = ROOT / "scripts" / "units_doubts.tsv"
PACKAGE = "vietnamadminunits==1.0.4"
_OLD = """select provinceCode, province, districtCode, district, wardCode, ward, provinceKey, districtKey, wardKey,
                 districtAlias, wardAlias from admin_units_legacy"""
_NEW = "select provinceCode, province, wardCode, ward, provinceKey, wardKey from admin_units"


def fetched(folder: Path) -> Path:
    """The package's file, fetched without what it needs to run."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def rows_of(wheel: Path, folder: Path) -> Rows:
    """The three tables inside the package: old communes, new communes, conversion."""
    with zipfile.ZipFile(wheel) as archive:
        database = archive.extract("vietnamadminunits/data/dataset.db", folder)
        conversion = json.loads(archive.read("vietnamadminunits/data/converter_2025.json"))
    with sqlite3.connect(database) as tables:
        tables.row_factory = sqlite3.Row
        old, new = ([dict(row) for row in tables.execute(query)] for query in (_OLD, _NEW))
    return Rows(old, new, conversion)


def main(arguments: list[str]) -> None:
    """Write the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = rows_of(Path(arguments[0]) if arguments else fetched(folder), folder)
    listed = [line.split("\t") for line in DOUBTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    made, gaps = edges(rows, dict(listed))
    old, new = units(rows)
    for file, text in written(old, new, made, gaps, formers(rows)).items():
        (DATA / file).write_text(text, encoding="utf-8")
        print(file, len(text.encode()))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Files spoilt on purpose, for the bench and the tests that show that no file brings the reading down.

Everything is drawn from a seed, so a file that does harm can be made again from its number.
"""

import io
import random
import zipfile

_MOST_ENTRY = 2_000_000
_NASTY = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', b"<w:tbl><w:tr><w:tc>" * 400,
    b"</w:p></w:tbl>" * 50, b"\x00\xff\xfe" * 100, b"9999999999", b"-1", b"&#x110000;", b"]]>", b"<![CDATA[",
    b" obj << /Length 99999999 >> stream", b"/Count 2000000000", b"\\u-1?{\\*\\bin99999999 ", "Ặ̣̣̣".encode() * 40,
    b"| " * 300 + b"|\n", b"1." * 500, b"a) " * 300, b"(" * 2_000, "Căn cứ ".encode() * 200,
)  # fmt: skip


def spoilt(data: bytes, seed: int) -> bytes:
    """The file with some of its bytes changed, cut, doubled or replaced; of packed files mostly the parts inside."""
    chance = random.Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.75:
        return _repacked(data, chance)
    return _bytes(data, chance)


def chosen(turn: int, quick: list[str], slow: list[str], share: int) -> str:
    """Which sound file is spoilt at a turn: one turn in `share` a slow one, each kind as often as the others."""
    if slow and turn % share == 0:
        return slow[turn // share % len(slow)]
    return quick[turn % len(quick)]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(len(made)) if made else 0
        width = min(chance.choice((1, 2, 8, 64, 600, 5_000)), len(made) - at)
        match chance.randrange(7):
            case 0:
                made[at : at + width] = chance.randbytes(width)
            case 1:
                del made[at : at + width]
            case 2:
                made[at:at] = made[at : at + width] * chance.choice((1, 3, 20))
            case 3:
                made[at:at] = chance.choice(_NASTY)
            case 4:
                del made[at:]
            case 5:
                other = chance.randrange(len(made)) if made else 0
                made[at : at + width] = made[other : other + width]
            case _:
                for place in range(at, at + min(width, 16)):
                    made[place] ^= 1 << chance.randrange(8)
    return bytes(made)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """A package with one or more parts spoilt, lost, doubled or blown up."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = set(chance.sample(names, min(len(names), chance.choice((1, 1, 2, 4)))))
        for name in names:
            part = source.read(name)
            if name in chosen:
                match chance.randrange(6):
                    case 0:
                        continue
                    case 1:
                        part = part * chance.choice((2, 30))
                    case 2:
                        part = part + b" " * chance.choice((10_000, _MOST_ENTRY))
                    case _:
                        part = _bytes(part, chance)
            target.writestr(name, part[:_MOST_ENTRY])
        if chance.random() < 0.02:
            for number in range(2_100):
                target.writestr(f"x/{number}", b"")
    return out.getvalue()

"""How the commands speak: Vietnamese first, English below."""

import sys

DISK_FULL = ("no space left on device", "database or disk is full", "disk quota exceeded")
NO_NETWORK = ("name resolution", "connection refused", "timed out", "newconnectionerror", "network is unreachable")


class Stop(Exception):
    """The command cannot go on; the message says what to do, in Vietnamese and in English."""

    def __init__(self, vietnamese: str, english: str, code: int = 1) -> None:
        super().__init__(english)
        self.vietnamese = vietnamese
        self.english = english
        self.code = code


def say(vietnamese: str, english: str) -> None:
    """Tell the operator what is happening."""
    print(f"{vietnamese}\n  ({english})", flush=True)


def complain(stop: Stop) -> None:
    """Print why the command stopped."""
    sys.stdout.flush()
    print(f"Lỗi: {stop.vietnamese}\nError: {stop.english}", file=sys.stderr, flush=True)


def disk_full(where: object) -> Stop:
    """The disk that holds `where` is full."""
    return Stop(
        f"ổ đĩa chứa {where} đã đầy. Đề nghị giải phóng dung lượng rồi chạy lại; dữ liệu đã lưu không bị ảnh hưởng.",
        f"the disk that holds {where} is full. Free some space and run again; stored data is untouched.",
    )


def because(output: str, where: object, vietnamese: str, english: str) -> Stop:
    """Turn the output of a failed step into a reason: full disk, no network, or the last lines as they are."""
    low = output.lower()
    if any(mark in low for mark in DISK_FULL):
        return disk_full(where)
    if any(mark in low for mark in NO_NETWORK):
        return Stop(
            f"{vietnamese}: không kết nối được kho gói phần mềm. Đề nghị kiểm tra mạng rồi chạy lại.",
            f"{english}: the package registry cannot be reached. Check the network and run again.",
        )
    tail = "\n".join("    " + line for line in output.strip().splitlines()[-15:])
    return Stop(f"{vietnamese}.", f"{english}.\n{tail}")

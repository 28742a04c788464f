"""The commands of `./run` and their arguments."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from runner.backup import backup
from runner.bench import bench
from runner.places import data_dir
from runner.restore import restore
from runner.serve import prepare, serve
from runner.testing import test
from runner.words import Stop, complain, disk_full, say


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are in our two languages."""

    def error(self, message: str) -> NoReturn:
        """Complain about the command line and end."""
        complain(Stop("lệnh không đúng; xem ./run help.", f"{message}; see ./run help."))
        sys.exit(2)


def parser() -> Parser:
    """What may be typed after `./run`."""
    top = Parser(prog="./run", description="Hải Đăng", formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", metavar="LỆNH")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", metavar="DIR", help="thư mục dữ liệu (data folder); mặc định var/")
    fresh = argparse.ArgumentParser(add_help=False)
    fresh.add_argument("--empty", action="store_true", help="không tạo tỉnh trình diễn (without the demonstration)")
    force = argparse.ArgumentParser(add_help=False)
    force.add_argument("--force", action="store_true", help="ghi đè (overwrite)")

    command = commands.add_parser("serve", parents=[data, fresh], help="chạy; như ./run (serve; the default)")
    command.add_argument("--port", type=int, default=8000, metavar="N", help="cổng (port); mặc định 8000")
    commands.add_parser("setup", parents=[data, fresh], help="chỉ cài đặt, không chạy (set up, do not serve)")
    commands.add_parser("test", help="chạy mọi kiểm thử, nhận tham số của pytest (run all tests)")
    command = commands.add_parser("backup", parents=[data, force], help="sao lưu vào một tệp (back up into one file)")
    command.add_argument("file", type=Path, metavar="FILE")
    command = commands.add_parser("restore", parents=[data, force], help="khôi phục từ một tệp (restore from a file)")
    command.add_argument("file", type=Path, metavar="FILE")
    command = commands.add_parser("bench", help="đo hiệu năng (measure)")
    command.add_argument("name", nargs="?", metavar="NAME")
    command.add_argument("--json", action="store_true")
    commands.add_parser("help", help="in hướng dẫn này (print this)")
    return top


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    try:
        return dispatch(arguments)
    except Stop as stop:
        complain(stop)
        return stop.code
    except KeyboardInterrupt:
        print(flush=True)
        say("Đã dừng theo yêu cầu.", "stopped on request")
        return 130
    except OSError as error:
        if error.errno != 28:
            raise
        complain(disk_full(Path.cwd()))
        return 1


def dispatch(arguments: list[str]) -> int:
    """Parse the command line and call what it names."""
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        arguments = ["serve", *arguments]
    given = parser().parse_args(arguments)
    if given.command == "help":
        parser().print_help()
    elif given.command == "bench":
        return bench(given.name, as_json=given.json)
    elif given.command == "backup":
        backup(given.file.expanduser().absolute(), data_dir(given.data), force=given.force)
    elif given.command == "restore":
        restore(given.file.expanduser().absolute(), data_dir(given.data), force=given.force)
    elif given.command == "setup":
        prepare(data_dir(given.data), empty=given.empty)
        say("Đã sẵn sàng. Chạy: ./run", "ready; type ./run")
    else:
        if not 1 <= given.port <= 65535:
            raise Stop("cổng phải từ 1 đến 65535.", "the port must be from 1 to 65535.", 2)
        return serve(port=given.port, data=data_dir(given.data), empty=given.empty)
    return 0

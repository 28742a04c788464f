"""Walking every staff page that a person reaches by links, and weighing it: queries, bytes, time."""

import gzip
import re
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve


@dataclass(frozen=True, slots=True)
class Page:
    """One visited page: its route, how it answered, how many queries it took, how many bytes it sent compressed."""

    address: str
    route: str
    status: int
    queries: int
    compressed: int
    milliseconds: float
    attached: bool
    body: str
    forwards: tuple[str, ...] = ()


class _Links(HTMLParser):
    """Collects links to our own pages and the static files a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []
        self.static: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        target = values.get("href") or values.get("src") or ""
        if target.startswith(settings.STATIC_URL) and not (tag == "link" and values.get("rel") == "icon"):
            self.static.add(target)
        elif tag == "a" and target.startswith("/"):
            self.pages.append(target.split("#")[0])
        elif tag == "a" and target.startswith("?"):
            self.pages.append(target)


def walk(client: Client, *, start: str = "/", per_route: int = 4) -> list[Page]:
    """Visit `start` and what it links to, at most `per_route` pages of each route, in the order found."""
    waiting, seen, visits, pages = [start], {start}, {}, []
    while waiting:
        address = waiting.pop(0)
        route = _route(address)
        if visits.get(route, 0) >= per_route:
            continue
        visits[route] = visits.get(route, 0) + 1
        page = visit(client, address, route)
        pages.append(page)
        for link in [*_links(page.body).pages, *page.forwards]:
            target = address.split("?")[0] + link if link.startswith("?") else link
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return pages


def visit(client: Client, address: str, route: str = "") -> Page:
    """Fetch one page and weigh it."""
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, headers={"accept-encoding": "gzip"})
        content = b"".join(response.streaming_content) if response.streaming else response.content
    took = (time.perf_counter() - began) * 1000
    size = len(content)
    if response.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    html = response.headers.get("Content-Type", "").startswith("text/html")
    body = content.decode() if html else ""
    route = route or _route(address)
    forwards = (response.headers["Location"].split("#")[0],) if response.status_code == 302 else ()
    return Page(address, route, response.status_code, len(captured), size, took, not html, body, forwards)


def first_load(page: Page) -> int:
    """Bytes of a first visit: the page and every stylesheet, script and font that it loads, compressed as served."""
    files = {_stored(address) for address in _links(page.body).static}
    for sheet in [file for file in files if file.suffix == ".css"]:
        fonts = re.findall(r'url\("?([^")]+\.woff2)"?\)', sheet.read_text(encoding="utf-8"))
        files |= {(sheet.parent / font).resolve() for font in fonts}
    return page.compressed + sum(_served_size(file) for file in files)


def _links(body: str) -> _Links:
    links = _Links()
    links.feed(body)
    return links


def _route(address: str) -> str:
    try:
        return resolve(address.split("?")[0]).view_name
    except Resolver404:
        return "none"


def _stored(address: str) -> Path:
    return Path(staticfiles_storage.path(address.removeprefix(settings.STATIC_URL)))


def _served_size(file: Path) -> int:
    packed = file.with_name(file.name + ".gz")
    return packed.stat().st_size if packed.exists() else file.stat().st_size

"""XML of unknown origin, parsed without entities, without a network and without growing past its size."""

from typing import Any

from lxml import etree

from haidang.domain.terms.refusal import Refusal

# lxml gives no types of its own.
Element = Any

# No office format has a document type; with one come entities, and with them files of the machine.
_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
_MARKS = tuple(mark.encode(encoding) for mark in _FORBIDDEN for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes) -> Element:
    """The root element. Raises `Refusal`: `file.entities` where a document type is declared, `file.damaged`."""
    if any(mark in data for mark in _MARKS):
        raise Refusal("file.entities", "file")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as broken:
        raise Refusal("file.damaged", "file") from broken
    # Another encoding could have hidden the mark from the search above.
    if root is None:
        raise Refusal("file.damaged", "file")
    if root.getroottree().docinfo.doctype:
        raise Refusal("file.entities", "file")
    return root

"""A reading as JSON and back: the shape other programs and the stored readings use, keys always in the same order."""

from typing import Any

from haidang.domain.directives.reading import (
    Citation,
    Doubt,
    Due,
    DueKind,
    Duty,
    Head,
    Heading,
    Hotline,
    Message,
    Money,
    Phase,
    Reading,
    ReportDuty,
    Span,
    Target,
    Window,
)

Json = dict[str, Any]


def to_json(reading: Reading) -> Json:
    """The reading as plain values. A report's `by` is one string, its names joined; `by_names` keeps them apart."""
    head = reading.head
    return {
        "rulebook": reading.rulebook,
        "kind": head.kind,
        "number": head.number,
        "issuer": head.issuer,
        "issuer_level": head.issuer_level,
        "place": head.place,
        "date": head.date,
        "title": head.title,
        "legal_bases": [
            {"kind": c.kind, "number": c.number, "date": c.date, "relation": c.relation, "span": _span(c.span)}
            for c in reading.citations
        ],
        "theme": head.theme,
        "targets": [
            {"text": t.what, "op": t.op, "value": t.value, "unit": t.unit, "span": _span(t.span)}
            for t in reading.targets
        ],
        "assignments": [_duty(d) for d in reading.duties],
        "windows": [{"start": w.start, "end": w.end, "what": w.what, "span": _span(w.span)} for w in reading.windows],
        "reports": [_report(r) for r in reading.reports],
        "phases": [{"from": p.first, "to": p.last, "text": p.text, "span": _span(p.span)} for p in reading.phases],
        "messages": [{"text": m.text, "sender": m.sender, "span": _span(m.span)} for m in reading.messages],
        "hotlines": [{"number": h.number, "span": _span(h.span)} for h in reading.hotlines],
        "money": [
            {"amount": m.amount, "sources": list(m.sources), "text": m.text, "span": _span(m.span)}
            for m in reading.money
        ],
        "addressees": list(head.addressees),
        "recipients": list(head.recipients),
        "signer": head.signer,
        "outline": [
            {"level": h.level, "label": h.label, "clause": h.clause, "text": h.text, "span": _span(h.span)}
            for h in reading.outline
        ],
        "doubts": _doubts(reading.doubts),
        "spans": {name: _span(span) for name, span in reading.spans.items()},
        "text": reading.text,
    }


def from_json(data: Json) -> Reading:
    """The reading that `to_json` gave."""
    return Reading(
        text=data["text"],
        head=Head(
            **{
                k: data[k]
                for k in ("kind", "number", "issuer", "issuer_level", "place", "date", "title", "theme", "signer")
            },
            recipients=tuple(data["recipients"]),
            addressees=tuple(data["addressees"]),
        ),
        outline=tuple(
            Heading(h["level"], h["label"], h["text"], h["clause"], _read_span(h["span"])) for h in data["outline"]
        ),
        citations=tuple(
            Citation(c["kind"], c["number"], c["date"], _read_span(c["span"]), c.get("relation", "cites"))
            for c in data["legal_bases"]
        ),
        duties=tuple(_read_duty(d) for d in data["assignments"]),
        targets=tuple(
            Target(t["op"], t["value"], t["unit"], t["text"], _read_span(t["span"])) for t in data["targets"]
        ),
        windows=tuple(Window(w["start"], w["end"], w["what"], _read_span(w["span"])) for w in data["windows"]),
        reports=tuple(_read_report(r) for r in data["reports"]),
        doubts=_read_doubts(data["doubts"]),
        rulebook=data["rulebook"],
        spans={name: _read_span(span) for name, span in data["spans"].items()},
        # Readings kept by earlier rulebooks lack what follows.
        phases=tuple(Phase(p["from"], p["to"], p["text"], _read_span(p["span"])) for p in data.get("phases", ())),
        messages=tuple(Message(m["text"], m["sender"], _read_span(m["span"])) for m in data.get("messages", ())),
        hotlines=tuple(Hotline(h["number"], _read_span(h["span"])) for h in data.get("hotlines", ())),
        money=tuple(
            Money(m["amount"], tuple(m["sources"]), m["text"], _read_span(m["span"])) for m in data.get("money", ())
        ),
    )


def _duty(duty: Duty) -> Json:
    due = duty.due
    return {
        "clause": duty.clause,
        "lead": list(duty.leads),
        "support": list(duty.supports),
        "anchor": duty.anchor,
        "due": due.printed,
        "when": {
            "kind": due.kind.value,
            "before": due.before,
            "rhythm": due.rhythm,
            "span": _span(due.span) if due.span else None,
        },
        "is_report": duty.is_report,
        "text": duty.text,
        "span": _span(duty.span),
        "doubts": _doubts(duty.doubts),
    }


def _read_duty(data: Json) -> Duty:
    when = data["when"]
    span = _read_span(when["span"]) if when["span"] else None
    due = Due(DueKind(when["kind"]), data["due"], when["before"], when["rhythm"], span)
    return Duty(
        data["text"], data["anchor"], data["clause"], tuple(data["lead"]), tuple(data["support"]), due,
        _read_span(data["span"]), data["is_report"], _read_doubts(data["doubts"]),
    )  # fmt: skip


def _report(report: ReportDuty) -> Json:
    return {
        "by": ", ".join(report.by),
        "by_names": list(report.by),
        "to": report.to,
        "via": report.via,
        "due": report.due,
        "before": report.before,
        "period": report.period,
        "span": _span(report.span),
        "doubts": _doubts(report.doubts),
    }


def _read_report(data: Json) -> ReportDuty:
    return ReportDuty(
        tuple(data["by_names"]), data["to"], data["via"], data["due"], data["before"], data["period"],
        _read_span(data["span"]), _read_doubts(data["doubts"]),
    )  # fmt: skip


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "line": span.line}


def _read_span(data: Json) -> Span:
    return Span(data["start"], data["end"], data["line"])


def _doubts(doubts: tuple[Doubt, ...]) -> list[Json]:
    return [{"code": d.code, "words": d.words} for d in doubts]


def _read_doubts(data: list[Json]) -> tuple[Doubt, ...]:
    return tuple(Doubt(d["code"], d["words"]) for d in data)

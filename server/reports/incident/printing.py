"""Fills the template of the two incident reports (T7). Everything that a person wrote stays text."""

from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from server.database import reading
from server.reports.incident.collect import Incident, Row, collect
from server.reports.incident.words import CLOCKS, EVENTS, KINDS, SOURCES, WORDS, said
from server.reports.record.figures import moment, person, place_path, severity_words
from server.reports.typesetting import typeset
from server.reports.words import Language, in_language, name_of

Kind = Literal["incident", "analysis"]
KINDS_OF_REPORT: tuple[Kind, ...] = ("incident", "analysis")
# What an event's arguments say in words; ids and figures of the app are not printed.
_SAID = ("text", "cause", "solution", "reason", "tried", "conclusion", "question", "name")


def print_incident(ticket_id: str, kind: Kind, language: Language, printed_at: datetime) -> bytes | None:
    """The PDF, or None where there is no such ticket."""
    with reading() as session:
        incident = collect(session, ticket_id)
    if incident is None:
        return None
    return typeset("incident.typ", _data(incident, kind, language, printed_at), dated=printed_at)


def _data(incident: Incident, kind: Kind, language: Language, printed_at: datetime) -> dict[str, Any]:
    zone = ZoneInfo(incident.project["time_zone"])
    written = incident.newest("incident_written")
    diagnosed = incident.newest("diagnosed")
    confirmed = incident.newest("client_confirmed")
    ticket = incident.ticket
    return {
        "lang": language,
        "kind": kind,
        "title": f"{' '.join(in_language(WORDS[kind], language))} {ticket['number']}",
        "words": {key: in_language(pair, language) for key, pair in WORDS.items()},
        "dot": "·" if language == "zh-CN" else " · ",
        "number": ticket["number"],
        "severity": ticket["severity"],
        "facts": _facts(incident, language, zone),
        "description": ticket["description"],
        "findings": [_joined(f["text"], f["indication"], f["actual"], f["reading"]) for f in incident.findings],
        "events": [_event(incident, event, language, zone) for event in incident.events],
        "clocks": [_clock(clock, language, zone) for clock in ticket["clocks"]],
        "remote": ticket["remote_result"],
        "impact": written.get("impact"),
        "cause": _joined(diagnosed.get("cause"), diagnosed.get("text"), written.get("cause")) or None,
        "solution": incident.solution(),
        "prevention": written.get("prevention"),
        "problems": [_joined(row["title"], row["text"]) for row in incident.problems],
        "earlier": incident.earlier_number,
        "confirmation": _confirmation(confirmed),
        "printed": moment(printed_at.isoformat(), zone),
    }


def _facts(incident: Incident, language: Language, zone: ZoneInfo) -> list[list[str]]:
    ticket, project, asset = incident.ticket, incident.project, incident.asset
    place = ticket["place_id"] or (asset["place_id"] if asset else None)
    handlers = [person(incident.members, one, language) for one in ticket["assignee_ids"]]
    told = {
        "project": name_of(project, language),
        "contract": project["contract_number"],
        "client": _one_of(project, "client_name", language),
        "provider": _one_of(project, "provider_name", language),
        "incident_title": name_of(ticket, language, "title"),
        "severity": severity_words(ticket["severity"], language),
        "kind": said(KINDS, ticket["kind"], language) if ticket["kind"] else None,
        "source": said(SOURCES, ticket["source"], language),
        "asset": _joined(asset["code"], name_of(asset, language)) if asset else None,
        "serial": _joined(asset["brand"], asset["model"], asset["serial"]) if asset else None,
        "place": place_path(incident.places, place, language),
        "found_at": moment(ticket["found_at"], zone),
        "opened_at": moment(ticket["opened_at"], zone),
        "reporter": _joined(ticket["reporter_name"], ticket["reporter_phone"]),
        "handlers": in_language(("、", ", "), language)[0].join(handlers),
    }
    return [[key, value] for key, value in told.items() if value]


def _event(incident: Incident, event: Row, language: Language, zone: ZoneInfo) -> list[str]:
    args = event["args"] or {}
    who = person(incident.members, event["by"], language) if event["by"] else str(args.get("name") or "")
    words = _joined(*(args.get(name) for name in _SAID if not (name == "name" and who == args.get("name"))))
    return [moment(event["at"], zone), said(EVENTS, event["name"], language), words, who]


def _clock(clock: Row, language: Language, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "name": said(CLOCKS, clock["key"], language),
        "limit": f"{clock['limit_minutes']} min",
        "due": moment(clock["due_at"], zone),
        "done": moment(clock["met_at"], zone),
        "took": f"{clock['took_minutes']} min" if clock.get("took_minutes") is not None else "",
        "state": clock["state"],
    }


def _confirmation(confirmed: Row) -> str | None:
    if not confirmed:
        return None
    rating = f"{confirmed['rating']}/5" if confirmed.get("rating") else None
    return _joined(confirmed.get("name"), rating, confirmed.get("text"))


def _one_of(row: Row, field: str, language: Language) -> str | None:
    names: tuple[str | None, str | None] = (row[f"{field}_zh"], row[f"{field}_en"])
    return names[1] or names[0] if language == "en" else names[0] or names[1]


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)

"""What values look like where a schema can't say it, and which parameters go together."""

import datetime
import functools
import json
import os
import random
import urllib.request

import schemathesis
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

letters = st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0xFFFF)
names = st.text(letters, min_size=1, max_size=60)
dates = st.sampled_from(
    ["1992", "1992-04", "1992-04-07", "1991/1995", "199X", "1984?", "2004-21", "-0044-03-15", "1992-04-07T12:00:00Z"]
)
queries = st.dictionaries(
    st.from_regex(r"\Aq[0-9]{1,3}\Z"), st.fixed_dictionaries({"query": names, "limit": st.integers(1, 20)}), max_size=5
).map(json.dumps)

pages = names.map(lambda text: f"<html><body><article><p>{text} was opened in 1951.</p></article></body></html>")
lines = st.lists(names.map(lambda text: json.dumps({"text": text})), max_size=5).map("\n".join)
rss = names.map(lambda text: f"<rss version='2.0'><channel><item><title>{text}</title></item></channel></rss>")
atom = names.map(lambda text: f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{text}</title></entry></feed>")
json_feeds = names.map(
    lambda text: json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": text, "content_text": text}]})
)
linked = names.map(
    lambda text: json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": text})
)
ninjs = names.map(lambda text: json.dumps({"uri": "urn:x:" + text, "body_text": text}))

formats = {
    "article-page": pages,
    "article-text": st.builds(lambda name, rest: name + rest, names, st.text(st.characters(codec="utf-8"), max_size=400)),
    "analysis-text": st.text(st.characters(codec="utf-8"), max_size=400),
    "cursor": st.just("none"),
    "date-bound": dates,
    "external-id": names,
    "facet-text": st.text(letters, max_size=20),
    "future": st.dates(min_value=datetime.date(2100, 1, 1)).map(lambda day: f"{day}T00:00:00Z"),
    "key-text": names,
    "long-text": st.text(st.characters(codec="utf-8"), max_size=400),
    "moment": st.datetimes().map(lambda time: time.isoformat(timespec="seconds") + "Z"),
    "name": names,
    "name-query": st.text(letters, max_size=60),
    "reconciliation-queries": queries,
    "search-query": st.lists(names, min_size=1, max_size=5).map(" ".join),
    "short-text": st.text(st.characters(codec="utf-8"), max_size=100),
    "source-name": names,
    "tag": names,
    "term": names,
}
for name, strategy in formats.items():
    schemathesis.openapi.format(name, strategy)

# Documents of forms that are no schema's.
documents = {
    "application/x-ndjson": lines,
    "application/ndjson": lines,
    "application/jsonl": lines,
    "text/html": pages,
    "application/xhtml+xml": pages,
    "application/rss+xml": rss,
    "application/xml": rss,
    "text/xml": rss,
    "application/atom+xml": atom,
    "application/feed+json": json_feeds,
    "application/ld+json": linked,
    "application/vnd.iptc.ninjs+json": ninjs,
}
for name, strategy in documents.items():
    schemathesis.openapi.media_type(name, strategy.map(str.encode))


def is_positive(case):
    return case.meta is not None and case.meta.generation.mode == GenerationMode.POSITIVE


def settle(path, query):
    """Makes of parameters that are right one by one a query that is right as a whole."""
    # A cursor can't be thought up: it is what an answer gave.
    if path != "/v1/reconcile/suggest/entity":
        query.pop("cursor", None)
    if path == "/" and query.get("format") != "html":
        for name in [name for name in query if name != "format"]:
            del query[name]
    if "from" in query and "to" in query:
        query["to"] = query["from"]
    if query.get("group_by"):
        query.pop("format", None)
        query.pop("bom", None)
        query["limit"] = 20
    else:
        query.pop("groups", None)
    if query.get("format") != "csv":
        query.pop("bom", None)
    if path.startswith("/v1/flat/"):
        settle_rows(query)
    # Centuries have more days than an answer has buckets.
    if query.get("interval") in ("day", "week"):
        query["interval"] = "month"


def settle_rows(query):
    """What goes together only where events are counted, or only as JSON."""
    if query.get("format", "json") != "json":
        query.pop("envelope", None)
    if query.get("field", "entity") != "entity":
        query.pop("type", None)
    sides = {query.get("rows", "entity"), query.get("cols", "year")}
    if {"entity", "place"} <= set(str(query.get("by", "")).replace("'", ",").split(",")) or sides == {"entity", "place"}:
        query.pop("metric", None)
    if query.get("metric", "events") != "events":
        for name in ["precision", "min_sources", "min_confidence", "match"]:
            query.pop(name, None)


@functools.cache
def known():
    """Ids of what is there, by the segment of the path before them."""
    ids = {}
    for part in ["articles", "events", "entities", "keys"]:
        request = urllib.request.Request(
            f"{os.environ['TARIKH_URL']}/v1/{part}?limit=20", headers={"Authorization": "Bearer " + os.environ["TARIKH_KEY"]}
        )
        with urllib.request.urlopen(request) as answer:
            ids[part] = [item["id"] for item in json.load(answer)["items"]]
    return ids


@schemathesis.hook
def before_call(context, case, kwargs):
    # The key that all of this is asked with is not to be deleted.
    if case.path == "/v1/keys/{id}" and case.method == "DELETE" and case.path_parameters.get("id") in known()["keys"]:
        case.path_parameters["id"] = "k_none"
    if not is_positive(case):
        return
    part = case.path.split("/")[2] if case.path.count("/") > 2 else ""
    ids = known().get(part)
    if ids and "id" in (case.path_parameters or {}) and case.method != "DELETE" and random.random() < 0.8:
        case.path_parameters["id"] = random.choice(ids)
    if case.query:
        settle(case.path, case.query)
    if case.path == "/v1/search" and case.method == "POST" and isinstance(case.body, dict):
        settle(case.path, case.body)

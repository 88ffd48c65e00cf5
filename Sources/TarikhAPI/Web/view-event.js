// One event with every sentence that states it.

import { get } from "./api.js";
import { dateWords } from "./dates.js";
import { clipped, h, isolated, known } from "./dom.js";
import { marked } from "./marks.js";
import { dateTime, dotted, kindWords, participantLink, section, spaced, terms, title } from "./parts.js";
import { link } from "./router.js";
import { has, number, t } from "./words.js";
import { smallTimeline } from "./view-timeline.js";

export async function render(state, signal) {
  const path = "events/" + encodeURIComponent(state.event ?? "");
  const [event, claims] = await Promise.all([get(path, {}, signal), get(path + "/claims", { limit: 200 }, signal)]);
  const [articles, contradictions, earlier] = await Promise.all([
    about(claims.items, signal),
    Promise.all(event.contradictions.slice(0, 20).map((id) => get("contradictions/" + encodeURIComponent(id), {}, signal))),
    Promise.all(event.follows.slice(0, 10).map((id) => get("events/" + encodeURIComponent(id), {}, signal))),
  ]);
  return {
    title: event.title.text,
    content: [
      h("p", { class: "eyebrow" }, t("event")),
      title(isolated(event.title)),
      h("p", { class: "when" }, dateTime(event.date)),
      smallTimeline([event, ...earlier], true),
      facts(event, earlier),
      section(t("said_by"), h("ul", { class: "claims" }, claims.items.map((item) => claim(item, articles)))),
      contradictions.length > 0 && section(t("contradictions"), h("ul", { class: "list" }, contradictions.map(contradiction))),
    ],
  };
}

/** The articles of claims, the first of them, by id. */
async function about(claims, signal) {
  const ids = [...new Set(claims.map((claim) => claim.article_id))].slice(0, 40);
  if (ids.length === 0) return new Map();
  const found = await get("articles", { article: ids.join(","), limit: ids.length }, signal);
  return new Map(found.items.map((article) => [article.id, article]));
}

function facts(event, earlier) {
  const date = event.date;
  return terms([
    [t("kind"), event.kind && kindWords(event.kind)],
    [t("status"), t("status_" + event.status)],
    [t("parties"), spaced(event.participants.map(participantLink))],
    [t("place"), event.place && participantLink(event.place)],
    [t("follows"), spaced(earlier.map((other) => h("a", { href: link({ view: "event", event: other.id }) }, isolated(other.title))))],
    [t("edtf"), date && h("code", {}, date.edtf)],
    [t("precision"), date && has("precision_" + date.precision) && t("precision_" + date.precision)],
    [t("calendar"), date?.original && `${date.original} (${t("calendar_" + date.calendar)})`],
    [t("basis"), date && has("basis_" + date.basis) && t("basis_" + date.basis)],
    [t("confidence"), `${number(event.confidence, { style: "percent" })} · ${t("sources_n", { n: event.sources })}`],
    [t("on_timeline"), date?.lower && date?.upper && h("a", { href: link({ view: "timeline", from: date.lower.slice(0, -6), to: date.upper.slice(0, -6) }) }, t("open_timeline"))],
  ]);
}

function claim(claim, articles) {
  const article = articles.get(claim.article_id);
  const block = article?.blocks.find(({ id }) => id === claim.block_id);
  const dates = claim.date_span ? [{ start: claim.date_span[0], end: claim.date_span[1] }] : [];
  const text = marked(clipped(claim.text, 2000), claim.span[0], dates, (part, facts) => (facts.length > 0 ? h("mark", { class: "date" }, part) : part));
  const relation = "claim_" + claim.relation;
  return h("li", {},
    h("blockquote", { lang: known(block?.lang), dir: block?.dir ?? "auto" },
      h("a", { href: link({ view: "article", article: claim.article_id }, claim.span) }, text)),
    h("p", { class: "meta" }, dotted([
      article && h("a", { href: link({ view: "article", article: article.id }) }, article.title ? isolated(article.title) : t("untitled")),
      article?.source && isolated({ text: article.source.name, lang: null, dir: "auto" }),
      claim.date && h("span", {}, t("says_date", { date: dateWords({ edtf: claim.date }) })),
      has(relation) && h("span", {}, t(relation)),
    ])));
}

function contradiction(item) {
  return h("li", {}, h("p", {}, spaced(item.sides.flatMap((side, index) => [
    index > 0 && "≠", h("bdi", {}, item.field === "date" ? dateWords({ edtf: side.value }) : side.value),
    h("span", { class: "meta" }, `(${t("sources_n", { n: side.independent_sources })})`),
  ]))));
}

// Where it is said: articles with the words found in them, and ways to narrow down.

import { get } from "./api.js";
import { clipped, h, isolated, known, name } from "./dom.js";
import { marked } from "./marks.js";
import { articleItem, list, section, title } from "./parts.js";
import { link } from "./router.js";
import { languageName, number, t } from "./words.js";
import { names } from "./view-timeline.js";

const FACETS = ["entity", "source", "lang", "year"];
const labels = new Map();
/** Milliseconds without a key before facets are counted while one is typing. */
const FACET_PAUSE = 150;

export async function render(state, signal, { isTyping = false } = {}) {
  const filters = { entity: names(state.entity), source: state.source, lang: state.lang, from: state.from, to: state.to };
  if (!state.q) return recent(filters, signal);
  const question = { q: state.q, ...filters };
  const aside = h("aside", { "aria-label": t("filters") }, facetBox([]));
  const count = async () => {
    const counted = await get("search", { ...question, limit: 1, highlight: "none", facets: FACETS.join(","), facet_limit: 8 }, signal);
    for (const value of counted.facets.entity ?? []) if (value.label) labels.set(value.value, value.label);
    await learn(filters.entity, signal);
    aside.replaceChildren(...[chosen(state), facets(counted.facets, state)].filter(Boolean));
  };
  const results = get("search", { ...question, limit: 20 }, signal);
  const [found] = await Promise.all([results, isTyping ? null : count()]);
  // Results come first: what narrows them down is only wanted when one stops typing.
  if (isTyping) setTimeout(() => signal.aborted || count().catch(() => {}), FACET_PAUSE);
  const total = t("results", { n: found.page.total });
  return {
    title: state.q,
    status: total,
    content: [
      title(h("bdi", { dir: "auto" }, state.q), " ", h("span", { class: "count" }, total)),
      found.query.corrected && h("p", { class: "meta" }, t("corrected", { text: found.query.corrected })),
      h("div", { class: "results" },
        aside,
        h("div", {}, found.items.length === 0
          ? h("div", { class: "notice" }, h("p", {}, t("nothing")), h("p", { class: "meta" }, t("nothing_hint")))
          : list(found, result, (cursor) => get("search", { ...question, limit: 20, cursor }), { ordered: true, class: "hits" }))),
    ],
  };
}

async function recent(filters, signal) {
  const articles = await get("articles", { ...filters, limit: 20, sort: "-ingested_at" }, signal);
  return {
    title: t("search"),
    content: [title(t("newest")),
      articles.items.length === 0 ? h("p", { class: "notice" }, t("empty"))
        : list(articles, articleItem, (cursor) => get("articles", { ...filters, limit: 20, sort: "-ingested_at", cursor }))],
  };
}

/** The names of entities that are only known by their ids. */
async function learn(ids, signal) {
  await Promise.all(ids.filter((id) => id.startsWith("n_") && !labels.has(id)).map(async (id) => {
    const entity = await get("entities/" + encodeURIComponent(id), {}, signal);
    labels.set(id, entity.label);
  }));
}

function result(hit) {
  const address = (span) => link({ view: "article", article: hit.article_id }, span);
  const heading = hit.title && hit.snippets.find((snippet) => snippet.text === hit.title.text);
  const snippets = hit.snippets.filter((snippet) => snippet !== heading);
  return h("li", { class: "hit" },
    h("h2", {}, h("a", { href: address() },
      hit.title ? h("bdi", { lang: known(hit.title.lang), dir: hit.title.dir }, heading ? lit(heading) : clipped(hit.title.text)) : t("untitled"))),
    snippets.map((snippet) => h("a", { class: "snippet", href: address(snippet.matches[0]?.span ?? snippet.span), lang: known(snippet.lang), dir: snippet.dir }, lit(snippet))));
}

/** A snippet with its matches marked. */
function lit(snippet) {
  const facts = snippet.matches.map(({ span }) => ({ start: span[0], end: span[1] }));
  return marked(snippet.text, snippet.span[0], facts, (part, facts) => (facts.length > 0 ? h("mark", {}, part) : part));
}

// MARK: Narrowing down

function label(facet, value) {
  if (facet === "entity") return labels.has(value) ? isolated(labels.get(value)) : name(value);
  if (facet === "lang") return languageName(value);
  return name(value);
}

function chosen(state) {
  const parts = [
    ...names(state.entity).map((id) => ["entity", id, { ...state, entity: names(state.entity).filter((other) => other !== id).join(",") }]),
    state.source && ["source", state.source, { ...state, source: "" }],
    state.lang && ["lang", state.lang, { ...state, lang: "" }],
    (state.from || state.to) && ["year", [...new Set([state.from, state.to])].join(" – "), { ...state, from: "", to: "" }],
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return h("ul", { class: "chosen", "aria-label": t("chosen") }, parts.map(([facet, value, without]) => {
    const text = label(facet, value);
    return h("li", {}, h("a", { href: link(without), "aria-label": t("without", { name: text.textContent ?? text }) }, text, h("span", { "aria-hidden": "true" }, " ×")));
  }));
}

function facets(facets, state) {
  return facetBox(FACETS.map((facet) => {
    const isChosen = (value) => (facet === "entity" ? names(state.entity).includes(value) : facet === "year" ? state.from === value : state[facet] === value);
    const values = (facets[facet] ?? []).filter(({ value }) => !isChosen(value));
    if (values.length === 0) return null;
    if (facet === "year") values.sort((a, b) => Number(a.value) - Number(b.value));
    return section(t("facet_" + facet), h("ul", { class: "facet" }, values.map((value) =>
      h("li", {}, h("a", { href: link(narrowed(state, facet, value.value)) }, label(facet, value.value), h("span", { class: "count" }, number(value.count)))))));
  }));
}

/** Folded where there is no room beside the results. */
const facetBox = (boxes) =>
  h("details", { class: "facets", open: matchMedia("(min-width: 52rem)").matches }, h("summary", {}, t("filters")), boxes);

function narrowed(state, facet, value) {
  if (facet === "year") return { ...state, from: value, to: value };
  if (facet === "entity") return { ...state, entity: [...names(state.entity), value].join(",") };
  return { ...state, [facet]: value };
}

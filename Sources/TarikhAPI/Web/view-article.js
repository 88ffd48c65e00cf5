// An article with what was read from it marked in its text; every fact leads to its characters.

import { all, get } from "./api.js";
import { h, isolated, known, name } from "./dom.js";
import { dateWords, timeWords } from "./dates.js";
import { marked, pieces } from "./marks.js";
import { dateTime, entityLink, section, spaced, terms, title, typeWords } from "./parts.js";
import { link, markedSpan } from "./router.js";
import { languageName, number, t } from "./words.js";

const SHOWN = 60;
const ELEMENTS = { title: "h1", heading: "h2", paragraph: "p", quote: "blockquote", attribution: "p", list_item: "li" };

export async function render(state, signal) {
  const path = "articles/" + encodeURIComponent(state.article ?? "");
  const [article, events, mentions, entities] = await Promise.all([
    get(path, {}, signal), all(path + "/events", signal), all(path + "/mentions", signal), all(path + "/entities", signal),
  ]);
  const labels = new Map(entities.items.map((entity) => [entity.id, entity]));
  const facts = [...mentions.items.map((mention) => nameFact(mention, labels)), ...dateFacts(events.items)].sort((a, b) => a.start - b.start);
  const reader = new Reader(article, facts);
  return {
    title: article.title?.text ?? t("untitled"),
    content: h("div", { class: "reader" },
      h("article", { lang: known(article.lang), dir: article.dir }, reader.elements()),
      h("aside", { "aria-label": t("facts") },
        about(article),
        !mentions.isComplete && h("p", { class: "meta" }, t("cut", { n: mentions.items.length })),
        events.items.length > 0 && section(t("dates"), more(events.items, dateEntry(article))),
        entities.items.length > 0 && section(t("names"), more(named(entities.items, mentions.items), nameEntry(article))))),
    shown: (options) => reader.show(markedSpan(), options),
  };
}

const nameFact = (mention, labels) => ({
  start: mention.span[0], end: mention.span[1], id: mention.entity_id, kind: "name", type: mention.type,
  words: `${labels.get(mention.entity_id)?.label.text ?? mention.text} — ${typeWords(labels.get(mention.entity_id)?.type ?? mention.type)}`,
});

/** A date of which several events speak is marked once. */
function dateFacts(events) {
  const facts = new Map();
  for (const event of events) {
    for (const claim of event.claims) {
      if (!claim.date_span) continue;
      const key = claim.date_span.join();
      if (!facts.has(key)) facts.set(key, { start: claim.date_span[0], end: claim.date_span[1], id: event.id, kind: "date", words: `${dateWords({ edtf: claim.date ?? event.date?.edtf ?? "" })} — ${event.title.text}` });
    }
  }
  return [...facts.values()];
}

/** The text, block by block; only blocks with marked characters are drawn anew when others are marked. */
class Reader {
  constructor(article, facts) {
    this.seen = new Set();
    let next = 0;
    this.blocks = article.blocks.map((block) => {
      while (next < facts.length && facts[next].end <= block.span[0]) next += 1;
      const own = [];
      for (let index = next; index < facts.length && facts[index].start < block.span[1]; index += 1) own.push(facts[index]);
      const isSame = block.lang === article.lang;
      const element = h(ELEMENTS[block.kind] ?? "p", { lang: isSame ? null : known(block.lang), dir: block.dir, class: block.kind, tabindex: block.kind === "title" ? "-1" : null });
      return { block, facts: own, element, isMarked: false };
    });
    for (const block of this.blocks) this.draw(block, null);
    this.hasTitle = article.blocks.some(({ kind }) => kind === "title");
  }

  /** Blocks as they follow; items of a list together. */
  elements() {
    const elements = this.hasTitle ? [] : [title(t("untitled"))];
    let items = null;
    for (const { block, element } of this.blocks) {
      if (block.kind !== "list_item") items = null;
      else if (!items) elements.push((items = h("ul", {})));
      (items ?? elements)[items ? "append" : "push"](element);
    }
    return elements;
  }

  draw(entry, span) {
    const { block, facts, element } = entry;
    entry.isMarked = span !== null;
    const all = span ? [...facts, { start: span[0], end: span[1], kind: "marked" }] : facts;
    const parts = pieces(block.text).map(({ text, start }) =>
      marked(text, block.span[0] + start, all, (part, facts) => this.part(part, facts)));
    element.replaceChildren(...(parts.length === 1 ? parts[0] : parts.map((part) => h("span", { class: "piece" }, part))));
  }

  part(text, facts) {
    if (facts.length === 0) return text;
    const isMarked = facts.some(({ kind }) => kind === "marked");
    const own = facts.filter(({ kind }) => kind !== "marked");
    // Of several that overlap, the shortest says most.
    const fact = own.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const linked = fact ? this.link(text, fact, own) : text;
    return isMarked ? h("mark", { class: "here" }, linked) : linked;
  }

  link(text, fact, facts) {
    const isFirst = !this.seen.has(fact.id);
    this.seen.add(fact.id);
    const dated = facts.some(({ kind }) => kind === "date");
    return h("a", {
      class: ["fact", fact.kind === "date" ? "date" : fact.type, dated && fact.kind !== "date" ? "dated" : ""].filter(Boolean).join(" "),
      href: fact.kind === "date" ? link({ view: "event", event: fact.id }) : link({ view: "entity", entity: fact.id }),
      title: facts.map(({ words }) => words).join("\n"), tabindex: isFirst ? null : "-1",
    }, text);
  }

  /** Marks characters and brings them into view; `null` marks none. Says whether there are any. */
  show(span, { scrolls = true } = {}) {
    for (const entry of this.blocks) {
      const [start, end] = entry.block.span;
      const isMarked = span !== null && start < span[1] && span[0] < end;
      if (isMarked || entry.isMarked) this.draw(entry, isMarked ? span : null);
    }
    const first = this.blocks.find(({ isMarked }) => isMarked)?.element.querySelector("mark.here");
    if (!first) return false;
    first.tabIndex = -1;
    if (scrolls) first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    return true;
  }
}

function about(article) {
  return terms([
    [t("source"), article.source && (article.source.entity_id
      ? h("a", { href: link({ view: "entity", entity: article.source.entity_id }) }, name(article.source.name)) : name(article.source.name))],
    [t("published"), article.published_at && h("time", {}, timeWords(article.published_at))],
    [t("ingested"), h("time", {}, timeWords(article.ingested_at))],
    [t("language_label"), languageName(article.lang)],
    [t("original"), article.url && /^https?:/.test(article.url) && h("a", { href: article.url, rel: "noreferrer external", dir: "ltr" }, new URL(article.url).host)],
    [t("api"), spaced([
      h("a", { href: `/v1/articles/${encodeURIComponent(article.id)}/text` }, t("similar_text")), h("a", { href: `/v1/articles/${encodeURIComponent(article.id)}?format=json` }, "JSON")])],
  ]);
}

/** The first of a list, and the rest when one asks. */
function more(items, entry) {
  const list = h("ul", { class: "facts" }, items.slice(0, SHOWN).map(entry));
  if (items.length <= SHOWN) return list;
  const button = h("button", { type: "button", class: "more", onclick: () => {
    list.append(...items.slice(SHOWN).map(entry));
    button.remove();
  } }, `${t("more")} (${number(items.length - SHOWN)})`);
  return [list, button];
}

const dateEntry = (article) => (event) => {
  const claim = event.claims.find((claim) => claim.article_id === article.id) ?? event.claims[0];
  const span = claim?.article_id === article.id ? claim.span : null;
  return h("li", {}, h("a", { href: link({ view: "article", article: article.id }, span), title: t("show_in_text") }, dateTime(event.date), " ", isolated(event.title)),
    " ", h("a", { class: "open", href: link({ view: "event", event: event.id }), "aria-label": `${t("event")}: ${event.title.text}` }, t("event")));
};

function named(entities, mentions) {
  const counts = new Map();
  for (const mention of mentions) {
    const entry = counts.get(mention.entity_id) ?? { count: 0, span: mention.span };
    counts.set(mention.entity_id, { ...entry, count: entry.count + 1 });
  }
  return entities.map((entity) => ({ entity, count: 0, span: null, ...counts.get(entity.id) })).sort((a, b) => b.count - a.count);
}

const nameEntry = (article) => ({ entity, count, span }) =>
  h("li", { class: "row" }, entityLink(entity), span && h("a", { class: "count", href: link({ view: "article", article: article.id }, span), "aria-label": `${t("show_in_text")}: ${entity.label.text}, ${t("mentions_n", { n: count })}` }, t("count_in_text", { n: count })));

// Someone or something that is named: what it is called, where it stands, what is named beside it, what happened to it.

import { get } from "./api.js";
import { dateWords } from "./dates.js";
import { h, isolated, known } from "./dom.js";
import { marked } from "./marks.js";
import { bar, dotted, entityLink, eventItem, section, spaced, terms, title, typeWords } from "./parts.js";
import { link } from "./router.js";
import { languageName, t } from "./words.js";
import { smallTimeline } from "./view-timeline.js";

const DRAWN = 40;

export async function render(state, signal) {
  const path = "entities/" + encodeURIComponent(state.entity ?? "");
  const [entity, beside, events, mentions] = await Promise.all([
    get(path, {}, signal),
    get(path + "/cooccurrence", { limit: 12 }, signal),
    get(path + "/timeline", { sort: "-salience", limit: DRAWN }, signal),
    get(path + "/mentions", { limit: 40 }, signal),
  ]);
  const places = await sentences(mentions.items, signal);
  return {
    title: entity.label.text,
    content: [
      h("p", { class: "eyebrow" }, typeWords(entity.type)),
      title(isolated(entity.label)),
      h("p", { class: "meta" }, dotted([
        t("mentions_n", { n: entity.mentions }), t("articles_n", { n: entity.articles }), t("events_n", { n: events.page.total }),
        h("a", { href: link({ view: "search", q: entity.label.text }) }, t("search_for")),
      ])),
      facts(entity),
      events.items.length > 0 && section(t("its_timeline"), smallTimeline(events.items),
        h("ol", { class: "list events" }, [...events.items].sort(byDate).slice(0, 12).map(eventItem)),
        h("p", {}, h("a", { href: link({ view: "timeline", entity: entity.id }) }, t("whole_timeline")))),
      h("div", { class: "columns" },
        beside.items.length > 0 && section(t("beside"), besideList(beside.items),
          h("p", {}, h("a", { href: link({ view: "graph", entity: entity.id }) }, t("its_network")))),
        section(t("its_mentions"), places)),
    ],
  };
}

const byDate = (a, b) => (a.date?.lower ?? a.date?.upper ?? "9999").localeCompare(b.date?.lower ?? b.date?.upper ?? "9999");

function facts(entity) {
  const { wikidata, iso3166, ...others } = entity.external;
  const other = Object.entries(others).filter(([, value]) => value).map(([key, value]) => h("span", { dir: "ltr" }, `${key}: ${value}`));
  const written = [...entity.labels, ...entity.aliases];
  const names = [...new Map(written.filter(({ text }) => text !== entity.label.text).map((alias) => [alias.text, alias])).values()];
  return terms([
    [t("also"), h("ul", { class: "inline" }, names.slice(0, 24).map((alias) =>
      h("li", {}, h("bdi", { lang: known(alias.lang), dir: "auto", title: alias.lang && languageName(alias.lang) }, alias.text))))],
    [t("adjectives"), entity.adjectives.length > 0 && h("ul", { class: "inline" }, entity.adjectives.map((word) => h("li", {}, h("bdi", { dir: "auto" }, word))))],
    [t("first_last"), entity.first && t("interval", { from: dateWords({ edtf: entity.first }), to: dateWords({ edtf: entity.last ?? entity.first }) })],
    [t("elsewhere"), spaced([
      wikidata && h("a", { href: "https://www.wikidata.org/wiki/" + encodeURIComponent(wikidata), rel: "noreferrer external", dir: "ltr" }, "Wikidata " + wikidata),
      iso3166 && h("span", { dir: "ltr" }, "ISO 3166: " + iso3166), ...other,
      entity.geo && h("a", { href: `geo:${entity.geo.lat},${entity.geo.lon}`, dir: "ltr" }, `${entity.geo.lat}, ${entity.geo.lon}`),
    ])],
  ]);
}

function besideList(items) {
  const most = items[0].count;
  return h("ul", { class: "beside" }, items.map((item) => h("li", {}, entityLink(item.entity), bar(item.count, most))));
}

/** Mentions in what stands around them, by article. */
async function sentences(mentions, signal) {
  const ids = [...new Set(mentions.map((mention) => mention.article_id))].slice(0, 12);
  if (ids.length === 0) return null;
  const articles = await get("articles", { article: ids.join(","), limit: ids.length }, signal);
  const byID = new Map(articles.items.map((article) => [article.id, article]));
  return h("ul", { class: "list" }, ids.filter((id) => byID.has(id)).map((id) => {
    const article = byID.get(id);
    return h("li", {},
      h("a", { href: link({ view: "article", article: id }) }, article.title ? isolated(article.title) : t("untitled")),
      h("ul", { class: "claims" }, mentions.filter((mention) => mention.article_id === id).slice(0, 4).map((mention) => around(mention, article))));
  }));
}

/** Code points on either side of a mention. */
const AROUND = 70;

function around(mention, article) {
  const block = article.blocks.find(({ id }) => id === mention.block_id);
  if (!block) return null;
  const start = Math.max(block.span[0], mention.span[0] - AROUND);
  const end = Math.min(block.span[1], mention.span[1] + AROUND);
  const facts = [{ start, end, isShown: true }, { start: mention.span[0], end: mention.span[1], isName: true }];
  const text = marked(block.text, block.span[0], facts, (part, facts) =>
    facts.some((fact) => fact.isName) ? h("mark", {}, part) : facts.length > 0 ? part : null);
  const address = link({ view: "article", article: article.id }, mention.span);
  return h("li", {}, h("a", { class: "snippet", href: address, lang: known(block.lang), dir: block.dir },
    start > block.span[0] && "…", text.filter(Boolean), end < block.span[1] && "…"));
}

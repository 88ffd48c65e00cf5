// Where one starts: what there is.

import { get } from "./api.js";
import { h } from "./dom.js";
import { articleItem, entityLink, section, title } from "./parts.js";
import { link } from "./router.js";
import { number, t } from "./words.js";
import { barList } from "./view-timeline.js";

export async function render(_, signal) {
  const [articles, entities, histogram] = await Promise.all([
    get("articles", { limit: 8, sort: "-ingested_at" }, signal),
    get("entities", { limit: 24 }, signal),
    get("timeline/histogram", { interval: "decade" }, signal),
  ]);
  const isEmpty = articles.items.length === 0;
  return {
    title: null,
    content: [
      h("div", { class: "hero" }, title(t("title")), h("p", {}, t("lead"))),
      isEmpty && h("p", { class: "notice" }, t("empty"), " ", h("a", { href: link({ view: "add" }) }, t("empty_hint"))),
      histogram.buckets.length > 0 && section(t("by_decade"), barList(histogram.buckets.slice(-24), "decade",
        (bucket) => link({ view: "timeline", from: bucket.lower.slice(0, -6), to: bucket.upper.slice(0, -6) })),
        h("p", {}, h("a", { href: link({ view: "timeline" }) }, t("open_timeline")))),
      !isEmpty && h("div", { class: "columns" },
        section(t("newest"), h("ul", { class: "list" }, articles.items.map(articleItem))),
        section(t("most_named"), h("ul", { class: "names" }, [...entities.items].sort((a, b) => b.mentions - a.mentions).map((entity) =>
          h("li", {}, entityLink(entity), " ", h("span", { class: "count" }, number(entity.mentions))))))),
    ],
  };
}

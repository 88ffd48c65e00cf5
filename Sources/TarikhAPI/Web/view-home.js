// Where one starts: what there is.

import { get } from "./api.js";
import { h, sized } from "./dom.js";
import { civil, dayNumber, yearWords } from "./dates.js";
import { articleItem, entityLink, section, title } from "./parts.js";
import { link } from "./router.js";
import { number, t } from "./words.js";

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
      histogram.buckets.length > 0 && section(t("by_decade"), decades(histogram.buckets.slice(-24)),
        h("p", {}, h("a", { href: link({ view: "timeline" }) }, t("open_timeline")))),
      !isEmpty && h("div", { class: "columns" },
        section(t("newest"), h("ul", { class: "list" }, articles.items.map(articleItem))),
        section(t("most_named"), h("ul", { class: "names" }, entities.items.map((entity) =>
          h("li", {}, entityLink(entity), " ", h("span", { class: "count" }, number(entity.mentions))))))),
    ],
  };
}

function decades(buckets) {
  const most = Math.max(...buckets.map(({ count }) => count));
  return h("ol", { class: "bars small" }, buckets.map((bucket) => {
    const year = civil(dayNumber(bucket.lower)).year;
    const label = t("of_time", { time: t("decade", { year: yearWords(year) }), events: t("events_n", { n: Math.round(bucket.count) }) });
    return h("li", {}, h("a", { href: link({ view: "timeline", from: bucket.lower.slice(0, -6), to: bucket.upper.slice(0, -6) }), title: label, "aria-label": label },
      h("span", { class: "space" }, sized(h("span", { class: "column" }), "block-size", Math.max(0.02, bucket.count / most))),
      h("span", { class: "words" }, yearWords(year))));
  }));
}

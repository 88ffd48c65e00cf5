// What happened when: events by time to look closer at, the most important ones drawn, all of them in order, the undated apart.

import { get } from "./api.js";
import { fitted, legend, timelineChart } from "./chart.js";
import { civil, dayNumber, days, dayText, monthWords, yearWords } from "./dates.js";
import { h, sized } from "./dom.js";
import { choice, eventItem, list, section, title } from "./parts.js";
import { go, link } from "./router.js";
import { number, t } from "./words.js";

/** How many events are drawn. */
const DRAWN = 60;

export async function render(state, signal) {
  const filters = { from: state.from, to: state.to, entity: names(state.entity), source: state.source, lang: state.lang };
  const scale = scaleOf(state);
  const [histogram, important, first, undated] = await Promise.all([
    get("timeline/histogram", { ...filters, interval: scale }, signal),
    get("timeline", { ...filters, sort: "-salience", limit: DRAWN }, signal),
    get("timeline", { ...filters, limit: 40 }, signal),
    state.from || state.to ? null : get("timeline", { ...filters, undated: "only", limit: 20 }, signal),
  ]);
  return {
    title: t("timeline"),
    content: [
      title(t("timeline")),
      form(state),
      bars(histogram, scale, state),
      chart(important, histogram, state),
      section(t("list"), list(first, eventItem, (cursor) => get("timeline", { ...filters, limit: 40, cursor }), { ordered: true, class: "events" })),
      undated?.items.length > 0 && section(t("undated_list"), h("p", { class: "meta" }, t("undated_hint")),
        list(undated, eventItem, (cursor) => get("timeline", { ...filters, undated: "only", limit: 20, cursor }), { class: "events" })),
    ],
    status: t("events_n", { n: important.page.total }),
  };
}

/** Names or ids with commas between: all of them must take part. */
export const names = (text) => (text ? text.split(",").map((part) => part.trim()).filter(Boolean) : []);

function form(state) {
  const field = (name, label, attributes) => h("div", { class: "field" },
    h("label", { for: name }, label), h("input", { id: name, name, value: state[name] ?? "", autocomplete: "off", ...attributes }));
  return h("form", { class: "fields row", onsubmit: (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    go(link({ ...state, ...values }));
  } },
  field("entity", t("who"), { placeholder: t("who_hint"), dir: state.entity ? "auto" : null }),
  field("from", t("from"), { dir: "ltr", size: 10, placeholder: "1992", title: t("date_hint") }),
  field("to", t("to"), { dir: "ltr", size: 10, placeholder: "2023-03", title: t("date_hint") }),
  h("button", { type: "submit" }, t("apply")),
  (state.from || state.to || state.entity || state.source || state.lang) && h("a", { class: "button", href: link({ view: "timeline" }) }, t("reset")));
}

// MARK: Looking closer

/** First and last day of what `from` and `to` say; `null` where they say nothing that a bar stands for. */
function interval(state) {
  const ends = [bounds(state.from), bounds(state.to)];
  return { first: ends[0]?.[0] ?? null, last: ends[1]?.[1] ?? null };
}

function bounds(text) {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "");
  if (!match) return null;
  const [, year, month, day] = match;
  if (day) return [dayNumber(text), dayNumber(text)];
  if (!month) return [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  const start = dayNumber(`${year}-${month}-01`);
  const next = civil(start + 31);
  return [start, start + 31 - next.day];
}

function scaleOf(state) {
  const { first, last } = interval(state);
  if (first === null || last === null) return "decade";
  const width = last - first + 1;
  return width <= 31 ? "day" : width <= 366 ? "month" : width <= 20 * 366 ? "year" : width <= 600 * 366 ? "decade" : "century";
}

function bucketWords(bucket, scale) {
  const { year, month, day } = civil(dayNumber(bucket.lower));
  if (scale === "year") return yearWords(year);
  if (scale === "month") return monthWords(year, month, true);
  if (scale === "day") return `${number(day)} ${monthWords(year, month, true)}`;
  return scale === "decade" ? t("decade", { year: yearWords(year) }) : `${yearWords(year)} – ${yearWords(civil(dayNumber(bucket.upper)).year)}`;
}

/** What stands below a bar: decades and centuries by their first year. */
const shortWords = (bucket, scale) => (scale === "decade" || scale === "century" ? yearWords(civil(dayNumber(bucket.lower)).year) : bucketWords(bucket, scale));

/** The bounds that choosing a bucket sets, as short as they can be. */
function chosen(bucket, scale) {
  const cut = scale === "day" ? 10 : scale === "month" ? -3 : -6;
  return { from: cut > 0 ? bucket.lower : bucket.lower.slice(0, cut), to: cut > 0 ? bucket.upper : bucket.upper.slice(0, cut) };
}

function bars(histogram, scale, state) {
  const { first, last } = interval(state);
  const buckets = histogram.buckets.filter((bucket) =>
    (first === null || dayNumber(bucket.upper) >= first) && (last === null || dayNumber(bucket.lower) <= last));
  if (buckets.length === 0) return path(state);
  return h("nav", { "aria-label": t("zoom"), class: "bars-box" }, path(state),
    barList(buckets, scale, (bucket) => link({ ...state, ...chosen(bucket, scale) })));
}

/** Buckets as bars that are links, with a mark where some between are empty. */
export function barList(buckets, scale, address) {
  const most = Math.max(...buckets.map(({ count }) => count));
  const items = [];
  buckets.forEach((bucket, index) => {
    const before = buckets[index - 1];
    if (before && dayNumber(bucket.lower) > dayNumber(before.upper) + 1) items.push(h("li", { class: "gap", title: t("gap") }));
    const label = t("of_time", { time: bucketWords(bucket, scale), events: t("events_n", { n: Math.round(bucket.count) }) });
    items.push(h("li", {},
      h("a", { href: address(bucket), title: label, "aria-label": label, tabindex: index === 0 ? "0" : "-1" },
        h("span", { class: "space" }, sized(h("span", { class: "column" }), "block-size", Math.max(0.02, bucket.count / most))),
        h("span", { class: "words" }, shortWords(bucket, scale)))));
  });
  return h("ol", { class: "bars", onkeydown: moved }, items);
}

/** One stop for the tab key, arrows between the bars. */
function moved(event) {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const index = links.indexOf(document.activeElement);
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const step = event.key === forward ? 1 : event.key === "ArrowLeft" || event.key === "ArrowRight" ? -1 : 0;
  const next = event.key === "Home" ? 0 : event.key === "End" ? links.length - 1 : index + step;
  if (index < 0 || next === index || !links[next]) return;
  event.preventDefault();
  links.forEach((link, place) => (link.tabIndex = place === next ? 0 : -1));
  links[next].focus();
}

/** The way back to a wider look, and to what lies before and after. */
function path(state) {
  const { first, last } = interval(state);
  const at = (bounds) => link({ ...state, ...bounds });
  const items = [choice(t("all_time"), at({ from: "", to: "" }), !state.from && !state.to)];
  if (first !== null && last !== null) {
    const [start, end] = [civil(first), civil(last)];
    const width = end.year - start.year + 1;
    const decade = Math.floor(start.year / 10) * 10;
    if (width <= 10 && decade === Math.floor(end.year / 10) * 10 && decade >= 0) {
      items.push(choice(t("decade", { year: yearWords(decade) }), at({ from: text(decade), to: text(decade + 9) }), width === 10));
    }
    if (width === 1) items.push(choice(yearWords(start.year), at({ from: text(start.year), to: text(start.year) }), last - first > 360));
    if (width === 1 && start.month === end.month) {
      const month = dayText(first).slice(0, -3);
      items.push(choice(monthWords(start.year, start.month), at({ from: month, to: month }), last > first));
    }
  }
  return h("p", { class: "path" }, items);
}

const text = (year) => dayText(dayNumber(`${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-01-01`)).slice(0, -6);

// MARK: Drawing

function chart(important, histogram, state) {
  const events = important.items.filter((event) => event.date);
  if (events.length === 0) return h("p", { class: "notice" }, t("nothing"));
  const { first, last } = interval(state);
  const width = document.getElementById("main").clientWidth - 2 * 16;
  const count = h("p", { class: "meta" });
  const box = fitted(h("div", { class: "chart-box" }), width, (width) => {
    const { svg, shown } = timelineChart(events, width, first, last);
    const total = important.page.total;
    count.textContent = shown < total ? t("drawn", { shown: number(shown), total: t("events_n", { n: total }) }) : t("drawn_all", { total: t("events_n", { n: total }) });
    return svg;
  });
  return h("figure", {}, box, h("figcaption", {}, count, legend()));
}

/** A small timeline of some events, for other views; of one alone with the time around it. */
export function smallTimeline(events, isAlone = false) {
  const dated = events.filter((event) => event.date);
  if (dated.length === 0) return null;
  const width = document.getElementById("main").clientWidth - 2 * 16;
  const ends = dated.flatMap((event) => days(event.date));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const around = Math.max(183, 1.4 * (last - first));
  const bounds = isAlone ? [first - around, last + around] : [null, null];
  return h("figure", {}, fitted(h("div", { class: "chart-box" }), width, (width) => timelineChart(dated, width, ...bounds).svg),
    !isAlone && h("figcaption", {}, legend()));
}

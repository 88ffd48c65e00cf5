// Events on a line of time, in SVG: what is known of a date is what is drawn, and no more.

import { h, svgLink } from "./dom.js";
import { civil, dateWords, dayNumber, days, monthWords, shape, yearWords } from "./dates.js";
import { link } from "./router.js";
import { language, t } from "./words.js";

const LANE = 30;
const TOP = 8;
const AXIS = 26;
const RADIUS = 6;
const NARROW = 8;
const MAXIMUM_LANES = 24;
const YEAR = 365.2425;

let measuring = null;

/** Pixels that a text takes in a drawing. */
export function textWidth(text) {
  measuring ??= document.createElement("canvas").getContext("2d");
  measuring.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  return measuring.measureText(text).width;
}

/** Draws dated `events` in `width` pixels; `from` and `to` are days that the line must show, when they are given. */
export function timelineChart(events, width, from = null, to = null) {
  const spans = events.map((event) => days(event.date));
  let first = from ?? Math.min(...spans.map(([lower]) => lower));
  let last = to ?? Math.max(...spans.map(([, upper]) => upper));
  const margin = Math.max(3, (last - first) * 0.02);
  first -= margin;
  last += margin;
  const isMirrored = language.dir === "rtl";
  const x = (day) => {
    const share = (day - first) / (last - first);
    return (isMirrored ? 1 - share : share) * width;
  };
  const marks = laid(events.map((event, index) => markOf(event, spans[index], x, width)), width);
  const lanes = 1 + Math.max(0, ...marks.map(({ lane }) => lane));
  const height = TOP + lanes * LANE + AXIS;
  const svg = h("svg", {
    class: "chart", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": t("chart"), direction: "ltr",
  }, gradients(), axis(first, last, x, width, height - AXIS), marks.map(drawn));
  return { svg, shown: marks.length };
}

/** Where a mark and its words are, before it has a lane. */
function markOf(event, [lower, upper], x, width) {
  const form = shape(event.date);
  let [start, end] = [x(lower), x(upper + 1)].sort((a, b) => a - b);
  if (form.kind === "day") [start, end] = [(start + end) / 2 - RADIUS, (start + end) / 2 + RADIUS];
  else if (end - start < 2 * NARROW) [start, end] = [(start + end) / 2 - NARROW, (start + end) / 2 + NARROW];
  const isOpen = form.kind === "since" || form.kind === "until";
  const opensRight = isOpen && (form.kind === "since") === (language.dir === "ltr");
  if (isOpen) [start, end] = opensRight ? [start, start + 70] : [end - 70, end];
  [start, end] = [Math.max(start, -2), Math.min(end, width + 2)];
  const text = shortened(event.title.text, Math.min(260, width * (width < 500 ? 0.33 : 0.45)));
  const label = textWidth(text) + 8;
  // Words stand behind the mark in the direction of reading, before it where there is no room, and else upon it.
  const after = language.dir === "ltr" ? end + 4 : start - 4 - label;
  const before = language.dir === "ltr" ? start - 4 - label : end + 4;
  const fits = (place) => place >= 0 && place + label <= width;
  const place = fits(after) ? after : fits(before) ? before : Math.max(0, Math.min(start, width - label));
  return { event, form, opensRight, start, end, text, label, place };
}

function shortened(text, most) {
  if (textWidth(text) <= most) return text;
  const letters = Array.from(text.slice(0, 120));
  while (letters.length > 4 && textWidth(letters.join("") + "…") > most) letters.pop();
  return letters.join("").trimEnd() + "…";
}

/** Gives each mark the first lane with room; what finds none in the last is left out. */
function laid(marks, width) {
  const ends = [];
  const kept = [];
  for (const mark of marks.sort((a, b) => a.start - b.start)) {
    const left = Math.min(mark.start, mark.place);
    const right = Math.max(mark.end, mark.place + mark.label);
    let lane = ends.findIndex((end) => end <= left);
    if (lane < 0) lane = ends.length;
    if (lane >= MAXIMUM_LANES) continue;
    ends[lane] = right + 8;
    kept.push({ ...mark, lane });
  }
  return kept;
}

function drawn(mark) {
  const { event, form, start, end, place, label, lane } = mark;
  const middle = TOP + lane * LANE + LANE / 2;
  const classes = ["mark", form.kind, event.status, form.isVague ? "vague" : ""].join(" ");
  const isRTL = event.title.dir === "rtl";
  return svgLink({ class: classes, href: link({ view: "event", event: event.id }), tabindex: "-1" },
    h("title", {}, `${dateWords(event.date)} — ${event.title.text}`),
    // What can be hit is more than what is seen.
    h("rect", { class: "reach", x: Math.min(start, place), y: middle - LANE / 2, width: Math.max(end, place + label) - Math.min(start, place), height: LANE }),
    symbol(mark, middle),
    h("text", { x: isRTL ? place + label - 4 : place + 4, y: middle + 4, direction: isRTL ? "rtl" : "ltr", lang: event.title.lang }, mark.text));
}

function symbol({ form, opensRight, start, end }, middle) {
  if (form.kind === "day") return h("circle", { class: "form", cx: (start + end) / 2, cy: middle, r: RADIUS });
  const height = form.kind === "range" ? 7 : 11;
  const isOpen = form.kind === "since" || form.kind === "until";
  const fill = isOpen ? `url(#fade-${opensRight ? "right" : "left"})` : null;
  return h("rect", { class: "form", x: start, y: middle - height / 2, width: end - start, height, rx: height / 2, fill });
}

function gradients() {
  const fade = (id, from, to) => h("linearGradient", { id, x1: from, x2: to, y1: 0, y2: 0 },
    h("stop", { class: "solid", offset: 0 }), h("stop", { class: "faded", offset: 1 }));
  return h("defs", {}, fade("fade-right", 0, 1), fade("fade-left", 1, 0));
}

function axis(first, last, x, width, y) {
  const ticks = tickDays(first, last, Math.max(2, Math.floor(width / 90)));
  return h("g", { class: "axis" },
    h("line", { x1: 0, x2: width, y1: y, y2: y }),
    ticks.map(({ day, text }) => {
      const place = x(day);
      if (place < 0 || place > width) return null;
      const half = textWidth(text) / 2 + 2;
      return h("g", {},
        h("line", { x1: place, x2: place, y1: 0, y2: y + 4 }),
        h("text", { x: Math.max(half, Math.min(width - half, place)), y: y + 19, "text-anchor": "middle", direction: language.dir }, text));
    }));
}

/** Round days with their names, at most about `most` of them. */
function tickDays(first, last, most) {
  const years = (last - first) / YEAR;
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].find((step) => years / step <= most) ?? 10_000;
  const ticks = [];
  if (years > 2.5) {
    for (let year = Math.ceil(civil(Math.floor(first)).year / step) * step; ticks.length <= most + 1; year += step) {
      const day = dayOf(year, 1, 1);
      if (day > last) break;
      if (day >= first) ticks.push({ day, text: yearWords(year) });
    }
    return ticks;
  }
  const months = [1, 2, 3, 6, 12].find((step) => (years * 12) / step <= most) ?? 12;
  if (years * 12 > 2.5) {
    const start = civil(Math.floor(first));
    for (let index = start.year * 12; ticks.length <= most + 1; index += months) {
      const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
      const day = dayOf(year, month, 1);
      if (day > last) break;
      if (day >= first) ticks.push({ day, text: monthWords(year, month, true) });
    }
    return ticks;
  }
  const each = [1, 2, 5, 10].find((step) => (last - first) / step <= most) ?? 15;
  for (let day = Math.ceil(first); day <= last; day += each) {
    const date = civil(day);
    ticks.push({ day, text: `${new Intl.NumberFormat(language.locale).format(date.day)} ${monthWords(date.year, date.month, true)}` });
  }
  return ticks;
}

function dayOf(year, month, day) {
  const digits = String(Math.abs(year)).padStart(4, "0");
  return dayNumber(`${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

/** What the marks mean. */
export function legend() {
  const sample = (classes, ...shapes) => h("svg", { class: "mark " + classes, width: 34, height: 16, viewBox: "0 0 34 16", "aria-hidden": "true" }, shapes);
  const pill = (height, attributes) => h("rect", { class: "form", x: 2, y: 8 - height / 2, width: 30, height, rx: height / 2, ...attributes });
  const entries = [
    [sample("day occurred", h("circle", { class: "form", cx: 17, cy: 8, r: RADIUS })), "mark_day"],
    [sample("within occurred", pill(12)), "mark_within"],
    [sample("range occurred", pill(8)), "mark_range"],
    [sample("within occurred vague", pill(12)), "mark_vague"],
    [sample("since occurred", pill(12, { fill: `url(#fade-${language.dir === "ltr" ? "right" : "left"})` })), "mark_open"],
    [sample("day planned", h("circle", { class: "form", cx: 17, cy: 8, r: RADIUS })), "mark_planned"],
  ];
  return h("ul", { class: "legend", "aria-label": t("legend") }, entries.map(([shape, key]) => h("li", {}, shape, " ", t(key))));
}

/** Draws again when the width changes; `draw(width)` gives what is shown in `box`. */
export function fitted(box, width, draw) {
  let drawnWidth = Math.floor(width);
  box.append(draw(drawnWidth));
  const observer = new ResizeObserver(([entry]) => {
    if (!box.isConnected) return observer.disconnect();
    const now = Math.floor(entry.contentRect.width);
    if (now > 0 && Math.abs(now - drawnWidth) > 1) {
      drawnWidth = now;
      box.replaceChildren(draw(now));
    }
  });
  // Not connected yet when it is made.
  requestAnimationFrame(() => observer.observe(box));
  return box;
}

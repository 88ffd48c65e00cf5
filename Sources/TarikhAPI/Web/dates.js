// Dates of events in words, as precise as they are known and no more, and as places on an axis.

import { language, t } from "./words.js";

const DAY = 86_400_000;
const formats = new Map();

function format(options) {
  const id = language.code + JSON.stringify(options);
  if (!formats.has(id)) {
    formats.set(id, new Intl.DateTimeFormat(language.locale, { ...options, calendar: "gregory", timeZone: "UTC" }));
  }
  return formats.get(id);
}

/** The number of the day since 1970 of `YYYY-MM-DD`, proleptic Gregorian, year 0 being 1 BC. */
export function dayNumber(text) {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return 0;
  return Math.floor(utc(Number(match[1]), Number(match[2]), Number(match[3])) / DAY);
}

function utc(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** The year, month and day of a day's number. */
export function civil(number) {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD` of a day's number. */
export function dayText(number) {
  const { year, month, day } = civil(number);
  const sign = year < 0 ? "-" : "";
  return `${sign}${String(Math.abs(year)).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function yearWords(year) {
  const digits = new Intl.NumberFormat(language.locale, { useGrouping: false });
  return year > 0 ? digits.format(year) : t("bc", { year: digits.format(1 - year) });
}

export const monthWords = (year, month, short = false) =>
  `${format({ month: short ? "short" : "long" }).format(utc(2000, month, 1))} ${yearWords(year)}`;

const dayWords = (year, month, day) =>
  `${format({ day: "numeric", month: "long" }).format(utc(year, month, day))} ${yearWords(year)}`;

/** The date of an event for people. */
export function dateWords(date) {
  if (!date) return t("undated");
  const [first, last] = date.edtf.split("/");
  let words;
  if (last === undefined) words = partWords(first);
  else if (first === ".." || first === "") words = t("until", { date: partWords(last) });
  else if (last === ".." || last === "") words = t("since", { date: partWords(first) });
  else words = t("interval", { from: partWords(first), to: partWords(last) });
  if (last === undefined && date.qualifier === "before") words = t("before", { date: words });
  if (last === undefined && date.qualifier === "after") words = t("after", { date: words });
  if (date.modifier) words = t("modifier_" + date.modifier, { date: words });
  if (date.qualifier === "approximate" && !words.includes("≈")) words = t("about", { date: words });
  if (date.qualifier === "uncertain" && !words.includes("?") && !words.includes("؟")) words = t("uncertain", { date: words });
  return words;
}

/** One end of an EDTF value. */
function partWords(text) {
  const plain = text.replace(/[~?%]/g, "");
  const day = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(plain);
  if (day) return dayWords(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = /^(-?\d{4})-(\d\d)$/.exec(plain);
  if (month) return groupWords(Number(month[1]), Number(month[2]));
  if (/^-?\d{4}$/.test(plain)) return yearWords(Number(plain));
  const decade = /^(\d{3})X$/.exec(plain);
  if (decade) return t("decade", { year: yearWords(Number(decade[1]) * 10) });
  const century = /^(\d\d)XX$/.exec(plain);
  if (century) return t("century", { number: new Intl.NumberFormat(language.locale).format(Number(century[1]) + 1) });
  return plain;
}

/** A month, or a season, quarter or half by its EDTF number. */
function groupWords(year, number) {
  if (number <= 12) return monthWords(year, number);
  if (number >= 21 && number <= 24) return t("season_" + number, { year: yearWords(year) });
  if (number >= 33 && number <= 36) return t("quarter", { number: number - 32, year: yearWords(year) });
  if (number === 40 || number === 41) return t("half_" + number, { year: yearWords(year) });
  return `${year}-${number}`;
}

/** How a date is drawn: as a point, a span within which it lies, a time it lasted, or without one end. */
export function shape(date) {
  const isVague = date.qualifier === "approximate" || date.qualifier === "uncertain";
  if (!date.lower || !date.upper) return { kind: date.lower ? "since" : "until", isVague };
  if (date.precision === "day") return { kind: "day", isVague };
  return { kind: date.precision === "range" ? "range" : "within", isVague };
}

/** The first and last day of a date; an open end is the other one's. */
export function days(date) {
  const lower = date.lower ?? date.upper;
  const upper = date.upper ?? date.lower;
  return [dayNumber(lower), dayNumber(upper)];
}

/** A time of the service, such as when an article appeared. */
export function timeWords(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : format({ day: "numeric", month: "long", year: "numeric" }).format(date);
}

// What several views show: names, events, articles, errors, lists that go on.

import { h, isolated, name } from "./dom.js";
import { dateWords, timeWords } from "./dates.js";
import { has, number, t } from "./words.js";
import { link } from "./router.js";
import { use } from "./api.js";

export const entityLink = (entity) =>
  h("a", { class: "name " + entity.type, href: link({ view: "entity", entity: entity.id }) }, isolated(entity.label));

/** A participant or place of an event: an id and a label without a language. */
export const participantLink = (part) =>
  h("a", { class: "name", href: link({ view: "entity", entity: part.entity_id }) }, name(part.label));

export const typeWords = (type) => (has("type_" + type) ? t("type_" + type) : type);
export const kindWords = (kind) => (has("kind_" + kind) ? t("kind_" + kind) : kind.replaceAll("_", " "));

export const dateTime = (date) =>
  h("time", { class: "date" + (date ? "" : " none"), title: date?.edtf }, dateWords(date));

/** An event as one entry of a list. */
export function eventItem(event) {
  const notes = [];
  if (event.status !== "occurred") notes.push(h("span", { class: "tag " + event.status }, t("status_" + event.status)));
  if (event.kind) notes.push(h("span", { class: "tag" }, kindWords(event.kind)));
  if (event.sources > 1) notes.push(h("span", {}, t("sources_n", { n: event.sources })));
  return h("li", { class: "event" },
    dateTime(event.date),
    h("div", {},
      h("a", { href: link({ view: "event", event: event.id }) }, isolated(event.title)),
      notes.length > 0 && h("p", { class: "meta" }, spaced(notes))));
}

/** An article as one entry of a list. */
export function articleItem(article) {
  return h("li", { class: "article" },
    h("a", { href: link({ view: "article", article: article.id }) },
      article.title ? isolated(article.title) : t("untitled")),
    h("p", { class: "meta" }, dotted([
      article.source && name(article.source.name),
      article.published_at && h("time", {}, timeWords(article.published_at)),
      t("events_n", { n: article.counts.events }),
    ])));
}

/** Things with a dot between. */
export const dotted = (things) => things.filter(Boolean).flatMap((thing, index) => (index ? [" · ", thing] : [thing]));

/** Things with a space between, so that texts stay apart without style. */
export const spaced = (things) => things.filter(Boolean).flatMap((thing, index) => (index ? [" ", thing] : [thing]));

export const heading = (text, level = 2) => h("h" + level, {}, text);

/** The heading of a view. */
export const title = (...content) => h("h1", { tabindex: "-1" }, ...content);

/** A part of a view with its own heading. */
export const section = (text, ...content) => h("section", {}, heading(text), ...content);

/** Pairs of a term and what there is to say of it; those without are left out. */
export const terms = (pairs) =>
  h("dl", { class: "terms" }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value?.length !== 0)
    .map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value))));

/** A list that goes on when one asks: `next(cursor)` gives the part after. */
export function list(page, item, next, attributes = {}) {
  const items = h(attributes.ordered ? "ol" : "ul", { class: "list " + (attributes.class ?? "") }, page.items.map(item));
  const box = h("div", {}, items);
  let cursor = page.page.next_cursor;
  if (!cursor) return box;
  const button = h("button", { type: "button", class: "more", onclick: async () => {
    button.disabled = true;
    try {
      const part = await next(cursor);
      const nodes = part.items.map(item);
      items.append(...nodes);
      nodes[0]?.querySelector("a")?.focus({ preventScroll: true });
      cursor = part.page.next_cursor;
      if (!cursor) button.remove();
    } catch (problem) {
      box.append(failure(problem));
    }
    button.disabled = false;
  } }, t("more"));
  box.append(button);
  return box;
}

/** What is shown instead of something that did not come. `retry` is called when one wants to try again. */
export function failure(problem, retry) {
  if (problem.status === 401 && retry) return keyForm(retry);
  const text = problem.status === 404 || problem.status === 410 ? t("not_found") : problem.status ? t("failed") : t("offline");
  return h("div", { class: "notice", role: "alert" },
    h("p", {}, text),
    problem.status && h("p", { class: "meta", lang: "en", dir: "ltr" }, `${problem.status}: ${problem.message}`),
    retry && h("button", { type: "button", onclick: retry }, t("retry")));
}

function keyForm(retry) {
  const input = h("input", { id: "key", type: "password", autocomplete: "off", dir: "ltr", required: true });
  return h("form", { class: "notice fields", onsubmit: (event) => {
    event.preventDefault();
    use(input.value);
    retry();
  } },
  h("p", {}, t("key_needed")),
  h("label", { for: "key" }, t("key")), input, h("button", { type: "submit" }, t("key_use")));
}

/** A link that is on or off among others. */
export const choice = (text, href, isOn) => h("a", { class: "choice", href, "aria-current": isOn ? "true" : null }, text);

/** How much of the most, as a bar behind a number. */
export function bar(count, most) {
  const element = h("span", { class: "bar" }, h("span", {}, number(count)));
  element.style.setProperty("--share", String(most > 0 ? count / most : 0));
  return element;
}


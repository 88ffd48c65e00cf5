// The page around the views: header, search, languages; and which view the address asks for.

import { get } from "./api.js";
import { clipped, h } from "./dom.js";
import { failure } from "./parts.js";
import { link, rememberedPlace, start, state } from "./router.js";
import { searchBox } from "./search-box.js";
import { choose, language, languages, t } from "./words.js";
import * as add from "./view-add.js";
import * as article from "./view-article.js";
import * as entities from "./view-entities.js";
import * as entity from "./view-entity.js";
import * as event from "./view-event.js";
import * as graph from "./view-graph.js";
import * as home from "./view-home.js";
import * as search from "./view-search.js";
import * as timeline from "./view-timeline.js";

const views = { add, article, entities, entity, event, graph, home, search, timeline };
const [top, main, foot, status] = ["top", "main", "foot", "status"].map((id) => document.getElementById(id));
let box = null;
let written = null;
let asking = null;
let shown = null;

/** Header and footer, in the language of the page. */
function write() {
  if (written === language.code) return;
  written = language.code;
  document.documentElement.lang = language.code;
  document.documentElement.dir = language.dir;
  document.getElementById("skip").textContent = t("skip");
  box = searchBox();
  top.replaceChildren(
    h("a", { class: "brand", href: link({}), "aria-label": `${t("title")} — ${t("home")}` }, h("span", { lang: "ar", "aria-hidden": "true" }, "تاريخ"), h("span", { "aria-hidden": "true" }, "Tarikh")),
    box,
    h("nav", { "aria-label": t("menu") }, ["search", "timeline", "entities", "graph", "add"].map((view) => h("a", { href: link({ view }), "data-view": view }, t(view)))),
    h("nav", { class: "languages", "aria-label": t("language_label") }, Object.keys(languages).map((code) => h("a", { lang: code, hreflang: code, "data-language": code, href: "/" }, languages[code]))));
  count();
}

async function count() {
  foot.replaceChildren();
  try {
    const numbers = await get("stats");
    const values = { articles: t("articles_n", { n: numbers.articles }), events: t("events_n", { n: numbers.events }), names: t("entities_n", { n: numbers.entities }) };
    foot.replaceChildren(h("p", {}, t("foot", values)), h("p", {}, h("a", { href: "/docs" }, t("api"))));
  } catch {
    // Numbers at the foot are no part of what one came for.
  }
}

/** Marks where one is, and keeps the place when the language is changed. */
function mark(now) {
  for (const anchor of top.querySelectorAll("[data-view]")) {
    anchor.href = link({ view: anchor.dataset.view });
    anchor.toggleAttribute("aria-current", anchor.dataset.view === now.view);
    if (anchor.dataset.view === now.view) anchor.setAttribute("aria-current", "page");
  }
  for (const anchor of top.querySelectorAll("[data-language]")) {
    const query = new URLSearchParams({ ...now, ui: anchor.dataset.language });
    anchor.href = "/?" + query + location.hash;
    if (anchor.dataset.language === language.code) anchor.setAttribute("aria-current", "true");
    else anchor.removeAttribute("aria-current");
  }
}

async function show({ isSame = false, isBack = false, isTyping = false } = {}) {
  const now = state();
  choose(now.ui);
  if (isSame && shown?.shown) {
    shown.shown();
    return mark(now);
  }
  write();
  mark(now);
  if (!isTyping) box.show(now.view === "search" ? now.q ?? "" : "");
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  main.setAttribute("aria-busy", "true");
  try {
    const view = await (views[now.view] ?? home).render(now, signal, { isTyping });
    if (signal.aborted) return;
    place(view, isBack, isTyping);
  } catch (problem) {
    if (signal.aborted) return;
    place({ title: t("failed"), content: [h("h1", { tabindex: "-1" }, t("title")), failure(problem, () => show())] }, isBack, isTyping);
  }
}

function place(view, isBack, isTyping) {
  const isFirst = shown === null;
  shown = view;
  main.replaceChildren(...[view.content].flat(4).filter(Boolean));
  main.removeAttribute("aria-busy");
  document.title = (view.title ? clipped(view.title, 120) + " · " : "") + t("title");
  status.textContent = view.status ?? "";
  if (isTyping) return;
  if (isBack && !isFirst) scrollTo(0, rememberedPlace());
  else if (!isFirst) scrollTo(0, 0);
  const isMarked = view.shown?.({ scrolls: !isBack || isFirst });
  if (!isMarked && !isFirst) main.querySelector("h1")?.focus({ preventScroll: true });
}

document.getElementById("skip").addEventListener("click", (event) => {
  // The address keeps the characters that it marks.
  event.preventDefault();
  main.focus();
});
start(show);
show({ isBack: true });

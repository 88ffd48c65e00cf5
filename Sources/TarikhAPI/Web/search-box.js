// The search field with suggestions: an editable combobox with a list (WAI-ARIA Authoring Practices).

import { get } from "./api.js";
import { h, isolated } from "./dom.js";
import { go, link, state } from "./router.js";
import { number, t } from "./words.js";
import { typeWords } from "./parts.js";

/** Milliseconds without a key before results are asked for, enough for two keys pressed at once, and before suggestions are. */
const PAUSE = 8;
const SUGGESTION_PAUSE = 70;

export function searchBox() {
  const input = h("input", {
    id: "q", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list",
    autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "512", placeholder: t("find"),
    "aria-label": t("search"), oninput: typed, onkeydown: pressed, onblur: () => setTimeout(close, 150),
  });
  const options = h("ul", { id: "suggestions", role: "listbox", "aria-label": t("suggestions"), hidden: true });
  const form = h("form", { role: "search", class: "search", onsubmit: submitted }, input, options);
  let timer = null;
  let later = null;
  let asking = null;
  let active = -1;
  let isTyping = false;

  /** The direction of what was typed; of the page while there is nothing. */
  function turn() {
    input.dir = input.value ? "auto" : "";
  }

  function typed() {
    turn();
    stop();
    timer = setTimeout(ask, PAUSE);
    later = setTimeout(suggest, SUGGESTION_PAUSE);
  }

  function ask() {
    search(input.value.trim());
  }

  /** What was asked for is outdated. */
  function stop() {
    clearTimeout(timer);
    clearTimeout(later);
    asking?.abort();
  }

  function search(text) {
    const { from, to, entity, source, lang } = state().view === "search" ? state() : {};
    go(link({ view: "search", q: text, from, to, entity, source, lang }), { replace: isTyping, isTyping: true });
    isTyping = true;
  }

  async function suggest() {
    const text = input.value.trim();
    if (text === "") return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await get("suggest", { prefix: text, limit: 5 }, signal);
      if (document.activeElement === input && !signal.aborted) open(found);
    } catch {
      // Outdated, or the service has none: the results say what is to be said.
      if (!signal.aborted) close();
    }
  }

  function open(found) {
    const items = [
      ...found.entities.map((entity) => option(
        [isolated(entity.label, { class: entity.type }), h("span", { class: "meta" }, typeWords(entity.type))],
        entity.articles, () => go(link({ view: "entity", entity: entity.id })))),
      ...found.words.filter((word) => word.text !== input.value.trim()).map((word) => option(
        [h("bdi", { dir: "auto" }, word.text)], word.articles, () => {
          input.value = word.text;
          turn();
          go(link({ view: "search", q: word.text }), { replace: isTyping });
        })),
    ];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    options.replaceChildren(...items);
    options.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(!options.hidden));
    items.forEach((item, index) => (item.id = "suggestion-" + index));
  }

  function option(content, count, chosen) {
    const item = h("li", { role: "option", "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => {
      close();
      isTyping = false;
      chosen();
    } }, content, h("span", { class: "count" }, number(count)));
    return item;
  }

  function close() {
    clearTimeout(later);
    asking?.abort();
    options.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function pressed(event) {
    const items = [...options.children];
    if (event.key === "Escape" && !options.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !options.hidden) {
      event.preventDefault();
      const count = items.length + 1;
      active = (active + 1 + (event.key === "ArrowDown" ? 1 : -1) + count) % count - 1;
      items.forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", items[active].id);
        items[active].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }
  }

  function submitted(event) {
    event.preventDefault();
    stop();
    if (active >= 0) return options.children[active].click();
    close();
    const text = input.value.trim();
    if (state().view !== "search" || state().q !== text) search(text);
    isTyping = false;
  }

  /** Shows what the address says, unless one is typing. */
  form.show = (text) => {
    isTyping = false;
    stop();
    close();
    if (input.value !== text) input.value = text;
    turn();
  };
  return form;
}

// The address is the state: which view, of what, in which language. Every view is a link.

import { language } from "./words.js";

let listener = null;
let shown = location.search;

/** What the address says. */
export const state = () => Object.fromEntries(new URLSearchParams(location.search));

/** The address of a view; what is empty is left out. A span [start, end) marks characters of an article. */
export function link(parameters, span) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...parameters, ui: language.chosen })) {
    if (value !== null && value !== undefined && value !== "") query.set(key, value);
  }
  const text = query.toString();
  return "/" + (text ? "?" + text : "") + (span ? `#c=${span[0]}-${span[1]}` : "");
}

/** The characters that the address marks. */
export function markedSpan() {
  const match = /^#c=(\d{1,9})-(\d{1,9})$/.exec(location.hash);
  return match && Number(match[1]) < Number(match[2]) ? [Number(match[1]), Number(match[2])] : null;
}

/** Goes to an address made by `link`. */
export function go(address, { replace = false, isTyping = false } = {}) {
  if (replace) history.replaceState(history.state, "", address);
  else {
    rememberPlace();
    history.pushState(null, "", address);
  }
  tell({ isTyping });
}

/** `changed` is told whether only the marked characters are others, whether one came back, and whether one is typing. */
export function start(changed) {
  listener = changed;
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => tell({ isBack: true }));
  addEventListener("pagehide", rememberPlace);
  document.addEventListener("click", follow);
}

/** How far a view that one comes back to was scrolled. */
export const rememberedPlace = () => history.state?.place ?? 0;

function rememberPlace() {
  history.replaceState({ ...history.state, place: scrollY }, "");
}

function tell({ isBack = false, isTyping = false }) {
  const isSame = shown === location.search;
  shown = location.search;
  listener?.({ isSame, isBack, isTyping });
}

function follow(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = event.target.closest?.("a[href]");
  if (!anchor) return;
  const href = anchor.getAttribute("href");
  if (typeof href !== "string" || !(href === "/" || href.startsWith("/?"))) return;
  event.preventDefault();
  go(href);
}

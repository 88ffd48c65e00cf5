// Elements. Text is always put in as text, never read as HTML.

const svgNames = new Set(["svg", "g", "path", "line", "rect", "circle", "text", "title", "defs", "linearGradient", "stop"]);

/** An element with attributes (a function is a listener of the event "on…" names) and children (nodes, texts, lists, or nothing). */
export function h(name, attributes, ...children) {
  const isSVG = svgNames.has(name);
  const element = isSVG ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  fill(element, attributes, children);
  return element;
}

/** An `a` inside SVG. */
export function svgLink(attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "a");
  fill(element, attributes, children);
  return element;
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  append(element, children);
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** A text, or its start where it is longer than a title should be. */
export const clipped = (text, most = 300) => (text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") + "…" : text);

/** A text of the API ({text, lang, dir}) apart from the direction of what is around it. */
export function isolated(text, attributes) {
  return h("bdi", { lang: known(text.lang), dir: text.dir ?? "auto", ...attributes }, clipped(text.text));
}

/** A name without a language. */
export const name = (text) => h("bdi", { dir: "auto" }, clipped(text));

/** A language code that may stand in `lang`. */
export const known = (language) => (language && language !== "und" ? language : null);

/** A number between 0 and 1 as a size in percent; style attributes are not allowed here, properties are. */
export function sized(element, property, share) {
  element.style.setProperty(property, `${(share * 100).toFixed(2)}%`);
  return element;
}

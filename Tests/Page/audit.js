// What a page owes those who can't see it or use a mouse (WCAG 2.2), as far as a program can tell. Returns complaints.

const complaints = [];
const complain = (what, element) => complaints.push(`${what}: ${(element?.outerHTML ?? "").slice(0, 160)}`);
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

// 1.3.1, 2.4.1, 3.1.1: one heading, landmarks, language.
if ([...document.querySelectorAll("h1")].filter(isShown).length !== 1) complain("not one h1", document.querySelector("main"));
let level = 0;
for (const heading of [...document.querySelectorAll("h1, h2, h3, h4")].filter(isShown)) {
  const now = Number(heading.tagName[1]);
  const isAside = heading.closest("aside");
  if (now > level + 1 && !isAside) complain(`h${now} after h${level}`, heading);
  level = now;
}
for (const landmark of ["header", "main", "footer", "nav[aria-label]", "form[role=search]"]) {
  if (!document.querySelector(landmark)) complain("no " + landmark, document.body);
}
if (!document.documentElement.lang || !document.documentElement.dir) complain("no language or direction", document.documentElement);
if (!document.title) complain("no title", document.head);
const labels = [...document.querySelectorAll("nav")].map((nav) => nav.getAttribute("aria-label"));
if (new Set(labels).size !== labels.length) complain("navs of one name", document.querySelector("nav"));

// 4.1.1, 4.1.2: ids once, references that lead somewhere, names of what can be used.
const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id) => !id.startsWith("fade-"));
for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) complain("id twice", document.getElementById(id));
for (const attribute of ["aria-controls", "aria-describedby", "aria-labelledby", "aria-activedescendant", "for"]) {
  for (const element of document.querySelectorAll(`[${attribute}]`)) {
    if (!document.getElementById(element.getAttribute(attribute))) complain(attribute + " leads nowhere", element);
  }
}
const nameOf = (element) => (element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent || "").trim();
for (const field of document.querySelectorAll("input, textarea, select")) {
  if (!(field.getAttribute("aria-label") || field.labels?.length > 0)) complain("no label", field);
}
for (const control of document.querySelectorAll("a[href], button, summary")) if (!nameOf(control)) complain("no name", control);
for (const picture of document.querySelectorAll("svg")) {
  const isHidden = picture.getAttribute("aria-hidden") === "true";
  if (!isHidden && !(picture.getAttribute("role") === "img" && picture.getAttribute("aria-label"))) complain("picture without a name", picture);
}
for (const list of document.querySelectorAll("ul, ol")) {
  if ([...list.children].some((child) => child.tagName !== "LI")) complain("list with something else", list);
}

// 2.4.3: the order of the keys is that of the document; what pictures hold is left to their tables.
for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) complain("a place of its own in the order", element);
for (const element of document.querySelectorAll("svg[role=img] a")) if (element.tabIndex >= 0) complain("a key stops in a picture", element);

// 1.4.10: nothing sticks out of the window.
if (document.documentElement.scrollWidth > innerWidth) {
  const wide = [...document.querySelectorAll("body *")].find((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1);
  complain(`wider than the window (${document.documentElement.scrollWidth} > ${innerWidth})`, wide);
}

// 1.4.3: contrast of each text with what is behind it.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colours = new Map();
function rgba(colour) {
  if (!colours.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    colours.set(colour, [r, g, b, a / 255]);
  }
  return colours.get(colour);
}
const over = (top, under) => top.slice(0, 3).map((value, index) => value * top[3] + under[index] * (1 - top[3]));
function behind(element) {
  const layers = [];
  for (let node = element; node; node = node.parentElement) {
    layers.push(rgba(getComputedStyle(node).backgroundColor));
    if (layers.at(-1)[3] === 1) break;
  }
  return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255]);
}
const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
let least = 21;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(), count = 0; node && count < 4000; node = walker.nextNode(), count += 1) {
  const element = node.parentElement;
  if (!node.data.trim() || !isShown(element) || element.closest("title, noscript, #status, #skip")) continue;
  const style = getComputedStyle(element);
  const isSVG = element.namespaceURI.endsWith("svg");
  const under = behind(element);
  const colour = over(rgba(isSVG ? style.fill : style.color), under);
  const [light, dark] = [luminance(colour), luminance(under)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  least = Math.min(least, ratio);
  const size = Number.parseFloat(style.fontSize);
  const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  if (ratio < needed) complain(`contrast ${ratio.toFixed(2)} of ${element.className?.baseVal ?? element.className} "${node.data.slice(0, 30)}"`, element);
}
return { complaints: complaints.slice(0, 20), least };

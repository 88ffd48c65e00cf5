// The documentation of the API, made from the document that describes it.

import { h } from "./dom.js";
import { anchor, members, table, typeWords } from "./docs-schema.js";
import { curl, keyField, trial } from "./docs-try.js";

const [main, status, filter] = ["main", "status", "filter"].map((id) => document.getElementById(id));
/** What an item opens to, until it was made. */
const unmade = new Map();
let api = null;

/** An operation that opens to all there is to know of it. */
function operationItem({ method, path, operation }) {
  const item = h("details", { class: "operation", id: operation.operationId, ontoggle: () => {
    make(item);
    if (item.open) history.replaceState(null, "", "#" + item.id);
  } }, h("summary", {}, h("b", { class: "method " + method.toLowerCase() }, method), h("code", {}, path), h("span", {}, operation.summary)));
  unmade.set(item, () => details(method, path, operation));
  return item;
}

function make(item) {
  const content = unmade.get(item);
  if (!item.open || !content) return;
  unmade.delete(item);
  item.append(content());
}

function details(method, path, { ...operation }) {
  const parameters = operation.parameters = operation.parameters.map((parameter) => (parameter.$ref ? api.components.parameters[parameter.$ref.split("/").at(-1)] : parameter));
  const command = h("pre", { tabindex: "0" }, curl(method, path, operation));
  const copy = h("button", { type: "button", onclick: () => put(command) }, "Copy");
  const scope = Object.values(operation.security?.[0] ?? {})[0]?.[0];
  return h("div", {},
    h("p", { class: "meta" }, scope ? ["Takes a key with the scope ", h("code", {}, scope), ", where the service has keys."] : "Open to all."),
    parameters.length > 0 && [h("h3", {}, "Parameters"), table(["Name", "Type", "Default", "Meaning"], parameters.map((parameter) => [
      [h("code", {}, parameter.name), parameter.required ? " (needed)" : ""], typeWords(parameter.schema),
      parameter.schema.default === undefined ? "" : h("code", {}, String(parameter.schema.default)), parameter.description ?? "In the path.",
    ]))],
    operation.requestBody && [h("h3", {}, "Body"), contents(operation.requestBody.content)],
    h("h3", {}, "Answers"),
    table(["Status", "Meaning", "Content"], Object.entries(operation.responses).map(([code, response]) => answerRow(code, response))),
    h("h3", {}, "Example"), h("div", { class: "code" }, command, copy),
    method === "GET" && trial(path, operation, (target) => (command.textContent = curl(method, target, operation))));
}

function answerRow(code, response) {
  const known = response.$ref ? api.components.responses[response.$ref.split("/").at(-1)] : response;
  const content = Object.entries(known.content ?? {});
  return [h("code", {}, code), known.description.split("\n\n").map((line) => h("p", {}, line)),
    content.map(([media, { schema }]) => h("p", {}, h("code", {}, media), " ", typeWords(schema)))];
}

const contents = (content) => Object.entries(content).map(([media, { schema }]) => [h("p", {}, h("code", {}, media)), members(schema)]);

async function put(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    status.textContent = "Copied.";
  } catch {
    // Without the right to copy it is at least chosen.
    getSelection().selectAllChildren(element);
    status.textContent = "Chosen; copy it with the keys.";
  }
}

function schemaItem([name, schema]) {
  const item = h("details", { class: "operation", id: anchor(name), ontoggle: () => make(item) }, h("summary", {}, h("b", { class: "method" }, name), h("span", {}, schema.description ?? "")));
  unmade.set(item, () => h("div", {}, members(schema)));
  return item;
}

/** Every operation, in the order of the document. */
function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([key, operation]) => ({ method: key.replace("x-", "").toUpperCase(), path, operation })));
}

const slug = (name) => "part-" + name.toLowerCase();

function write() {
  const all = operations();
  const parts = api.tags.map((tag) => ({ ...tag, items: all.filter(({ operation }) => operation.tags[0] === tag.name) }));
  main.replaceChildren(h("div", { class: "docs-page" },
    h("nav", { "aria-label": "Parts" }, [...parts.map(({ name }) => name), "Schemas"].map((name) => h("a", { href: "#" + slug(name) }, name))),
    h("div", {},
      h("h1", { tabindex: "-1" }, `${api.info.title} ${api.info.version}`),
      h("p", {}, api.info.description),
      h("div", { class: "fields row" }, keyField()),
      parts.map(({ name, description, items }) => h("section", { id: slug(name) }, h("h2", {}, name), h("p", {}, description), items.map(operationItem))),
      h("section", { id: slug("Schemas") }, h("h2", {}, "Schemas"), Object.entries(api.components.schemas).map(schemaItem)))));
  main.removeAttribute("aria-busy");
}

/** Opens what the address names. */
function reveal() {
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!item) return;
  if (item.tagName === "DETAILS") {
    item.open = true;
    make(item);
  }
  item.scrollIntoView({ block: "start" });
  item.querySelector("summary")?.focus({ preventScroll: true });
}

/** Shows what has the words that were typed. */
function narrow() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const item of main.querySelectorAll(".operation")) {
    const text = item.firstElementChild.textContent.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    count += item.hidden ? 0 : 1;
  }
  for (const section of main.querySelectorAll("section")) section.hidden = !section.querySelector(".operation:not([hidden])");
  status.textContent = words.length ? `${count} found.` : "";
}

async function start() {
  try {
    const response = await fetch("/v1/openapi.json");
    if (!response.ok) throw new Error(String(response.status));
    api = await response.json();
  } catch {
    main.replaceChildren(h("h1", {}, "API"), h("p", { class: "notice", role: "alert" }, "The service does not answer."));
    main.removeAttribute("aria-busy");
    return;
  }
  write();
  reveal();
  addEventListener("hashchange", reveal);
  filter.addEventListener("input", narrow);
  filter.form.addEventListener("submit", (event) => event.preventDefault());
}

start();

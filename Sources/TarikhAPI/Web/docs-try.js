// Asking the service, and showing what it answers.

import { h } from "./dom.js";

const longest = 150_000;
let key = "";

/** A key for this visit; it is kept nowhere else. */
export function keyField() {
  const input = h("input", { id: "key", type: "password", autocomplete: "off", oninput: () => (key = input.value.trim()) });
  return h("div", { class: "field" }, h("label", { for: "key" }, "Key, where the service wants one"), input);
}

/** The command that asks the same. */
export function curl(method, path, operation) {
  const lines = [`curl${method === "GET" ? "" : " -X " + method} '${location.origin}${path}'`];
  if (operation.security?.length) lines.push("-H \"Authorization: Bearer $KEY\"");
  if (operation.parameters?.some(({ name }) => name === "If-Match")) lines.push("-H 'If-Match: *'");
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (media) {
    lines.push(`-H 'Content-Type: ${media}'`);
    lines.push(media.startsWith("text/") ? "--data-binary @text.txt" : media.endsWith("json") ? "-d @body.json" : `-d '${Object.keys(content.schema)[0]}=…'`);
  }
  return lines.join(" \\\n  ");
}

/** A form for the parameters of a GET; its answer goes below. */
export function trial(path, operation, changed) {
  const fields = operation.parameters.filter(({ in: place }) => place !== "header").map((parameter) => [parameter, control(operation, parameter)]);
  const answer = h("div", { class: "answer", "aria-live": "polite" });
  const target = () => {
    let filled = path;
    const query = new URLSearchParams();
    for (const [{ name, in: place }, input] of fields) {
      if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(input.value || `{${name}}`));
      else if (input.value !== "") query.append(name, input.value);
    }
    const text = query.toString();
    return filled + (text ? "?" + text : "");
  };
  const form = h("form", { class: "try fields", oninput: () => changed(target()), onsubmit: (event) => {
    event.preventDefault();
    ask(target(), answer);
  } },
  h("div", { class: "pair" }, fields.map(([parameter, input]) => h("div", {}, h("label", { for: input.id }, parameter.name + (parameter.required ? " (needed)" : "")), input))),
  h("button", { type: "submit" }, "Try it"));
  return [form, answer];
}

function control(operation, { name, required, schema }) {
  const id = `${operation.operationId}-${name}`;
  if (!schema.enum) return h("input", { id, required, placeholder: schema.default ?? null, dir: "auto", autocomplete: "off" });
  return h("select", { id, required }, h("option", { value: "" }, schema.default === undefined ? "" : `${schema.default} (unless said)`),
    schema.enum.map((value) => h("option", { value }, value)));
}

async function ask(target, place) {
  const start = performance.now();
  try {
    const response = await fetch(target, { headers: { Accept: "application/json, */*;q=0.5", ...(key ? { Authorization: "Bearer " + key } : {}) } });
    const text = await response.text();
    const type = response.headers.get("Content-Type") ?? "";
    const facts = `${response.status} · ${type} · ${text.length.toLocaleString("en")} characters · ${Math.round(performance.now() - start)} ms`;
    place.replaceChildren(h("p", { class: "meta" }, facts), show(text, type));
  } catch {
    place.replaceChildren(h("p", { class: "notice", role: "alert" }, "The service does not answer."));
  }
}

/** JSON with each text in its own direction; all else as lines, each in its own. */
function show(text, type) {
  if (/json$|json;/.test(type) && !type.includes("ndjson") && text.length < longest) {
    try {
      return h("pre", { tabindex: "0", dir: "ltr" }, value(JSON.parse(text), ""));
    } catch {
      // Then it is shown as it came.
    }
  }
  return h("pre", { class: "plain", tabindex: "0", dir: "auto" }, text.length > longest ? text.slice(0, longest) + "…" : text);
}

function value(item, indent) {
  if (Array.isArray(item)) return braces("[", "]", item.map((part) => value(part, indent + "  ")), indent);
  if (item !== null && typeof item === "object") {
    return braces("{", "}", Object.entries(item).map(([name, part]) => [h("span", { class: "key" }, JSON.stringify(name)), ": ", value(part, indent + "  ")]), indent);
  }
  if (typeof item === "string") return ["\"", h("bdi", { class: "value", dir: "auto" }, JSON.stringify(item).slice(1, -1)), "\""];
  return h("span", { class: "number" }, String(item));
}

function braces(open, close, parts, indent) {
  if (parts.length === 0) return open + close;
  return [open, parts.map((part, index) => [index ? ",\n" : "\n", indent + "  ", part]), "\n", indent, close];
}

// Schemas in words.

import { h } from "./dom.js";

const prefix = "#/components/schemas/";

/** Where a schema of this name is described. */
export const anchor = (name) => "schema-" + name;

/** What a value may be, in a few words, with links to schemas that have names. */
export function typeWords(schema) {
  if (!schema) return ["anything"];
  if (schema.$ref) {
    const name = schema.$ref.slice(prefix.length);
    return [h("a", { href: "#" + anchor(name) }, name)];
  }
  if (schema.anyOf && !schema.properties) return schema.anyOf.flatMap((part, index) => [...(index ? [" or "] : []), ...typeWords(part)]);
  if (schema.enum) return choices(schema.enum);
  if (schema.type === "array") return ["list of ", ...typeWords(schema.items), bounds(schema.minItems > 1 ? schema.minItems : undefined, schema.maxItems)];
  if (schema.type === "object" && schema.properties) return ["object"];
  if (schema.type === "object") return ["object by names of ", ...typeWords(schema.additionalProperties)];
  if (schema.pattern) return patternWords(schema.pattern);
  const format = schema.format ? ` (${schema.format.replaceAll("-", " ")})` : "";
  const length = bounds(schema.minLength ?? schema.minimum, schema.maxLength ?? schema.maximum);
  return [(schema.type ?? "anything") + format + length];
}

const choices = (values) => values.flatMap((value, index) => [...(index ? [" · "] : []), h("code", {}, String(value))]);

/** Lists with commas between have patterns that say little to people. */
function patternWords(pattern) {
  const words = /^\^(?:!\?)?\(([\w|-]+)\)\(,/.exec(pattern);
  if (words) return choices(words[1].split("|"));
  return pattern.startsWith("^!?[^,!]") ? ["text"] : ["string like ", h("code", {}, pattern)];
}

function bounds(least, most) {
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return `, ${least} or more`;
  return least === undefined ? `, up to ${most}` : `, ${least} to ${most}`;
}

/** The members of an object; for anything else its words. */
export function members(schema) {
  if (!schema?.properties) return h("p", {}, typeWords(schema));
  const required = new Set(schema.required ?? []);
  return table(["Member", "Type", "Meaning"], Object.entries(schema.properties).map(([name, member]) => [
    [h("code", {}, name), !required.has(name) && " (may be missing)"], typeWords(member), member.description ?? "",
  ]));
}

/** A table with a head; it scrolls where it is too wide. */
export const table = (head, rows) =>
  h("div", { class: "wide", tabindex: "0", role: "group", "aria-label": head.join(", ") }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell) => h("td", {}, cell)))))));

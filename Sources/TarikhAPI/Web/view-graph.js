// Who is named together, drawn and as a table.

import { get } from "./api.js";
import { fitted, textWidth } from "./chart.js";
import { h, isolated, svgLink } from "./dom.js";
import { placed } from "./force.js";
import { choice, entityLink, spaced, title, typeWords } from "./parts.js";
import { link } from "./router.js";
import { number, t } from "./words.js";

const TYPES = ["person", "org", "place"];
/** With fewer links those that occur once are shown too. */
const FEW = 15;

export async function render(state, signal) {
  const isNarrow = document.getElementById("main").clientWidth < 600;
  const [graph, entity] = await Promise.all([
    get("graph", { entity: state.entity, type: state.type, limit: isNarrow ? 40 : 90, min_weight: 2 }, signal).then((graph) =>
      graph.elements.edges.length >= FEW ? graph : get("graph", { entity: state.entity, type: state.type, limit: isNarrow ? 24 : 60 }, signal)),
    state.entity ? get("entities/" + encodeURIComponent(state.entity), {}, signal) : null,
  ]);
  const nodes = graph.elements.nodes.map(({ data }) => ({ ...data, label: { text: data.label, lang: data.lang, dir: "auto" } }));
  const index = new Map(nodes.map((node, place) => [node.id, place]));
  const links = graph.elements.edges.map(({ data }) => ({ from: index.get(data.source), to: index.get(data.target), weight: data.count }))
    .filter(({ from, to }) => from !== undefined && to !== undefined);
  return {
    title: t("graph"),
    content: [
      title(entity ? [t("graph"), " ", isolated(entity.label)] : t("graph")),
      h("p", { class: "meta" }, t("graph_hint")),
      h("p", { class: "path" }, spaced([choice(t("type_all"), link({ ...state, type: "" }), !state.type),
        ...TYPES.map((type) => choice(typeWords(type), link({ ...state, type }), state.type === type))])),
      links.length === 0 ? h("p", { class: "notice" }, t("too_few")) : [drawing(nodes, links, state.entity), table(nodes, links)],
    ],
  };
}

function drawing(nodes, links, center) {
  const width = document.getElementById("main").clientWidth - 2 * 16;
  return h("figure", {}, fitted(h("div", { class: "graph-box" }), width, (width) => picture(nodes, links, width, center)));
}

function picture(nodes, links, width, center) {
  const height = Math.round(Math.min(680, Math.max(420, width * 0.62)));
  const most = Math.max(...nodes.map(({ count }) => count));
  for (const node of nodes) {
    node.size = 4 + 12 * Math.sqrt(node.count / most);
    node.words = node.label.text.length > 26 ? node.label.text.slice(0, 25) + "…" : node.label.text;
    node.half = Math.max(node.size, textWidth(node.words) / 2) + 4;
  }
  placed(nodes, links, width, height);
  const heaviest = Math.max(...links.map(({ weight }) => weight));
  const lines = links.map(({ from, to, weight }) => h("line", {
    x1: nodes[from].x, y1: nodes[from].y, x2: nodes[to].x, y2: nodes[to].y, "stroke-width": 0.8 + 4 * (weight / heaviest),
    "data-ends": `${from} ${to}`,
  }));
  const svg = h("svg", { class: "graph", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": t("graph_label") }, h("g", { class: "links" }, lines),
    nodes.map((node, place) => circle(node, node.id === center, (isOver) => highlight(svg, links, place, isOver))));
  return svg;
}

function circle(node, isCenter, pointed) {
  return svgLink({ class: "node " + node.type + (isCenter ? " center" : ""), href: link({ view: "entity", entity: node.id }), tabindex: "-1", onpointerenter: () => pointed(true), onpointerleave: () => pointed(false) },
    h("title", {}, `${node.label.text} — ${t("sentences_n", { n: node.count })}`),
    h("circle", { cx: node.x, cy: node.y, r: node.size }),
    h("text", { x: node.x, y: node.y + node.size + 13, "text-anchor": "middle", lang: node.label.lang }, node.words));
}

/** What a name is linked with stands out while one points at it. */
function highlight(svg, links, place, isOver) {
  const near = new Set([place, ...links.flatMap(({ from, to }) => (from === place ? [to] : to === place ? [from] : []))]);
  svg.classList.toggle("pointing", isOver);
  svg.querySelectorAll(".node").forEach((node, index) => node.classList.toggle("near", isOver && near.has(index)));
  svg.querySelectorAll("line").forEach((line, index) => line.classList.toggle("near", isOver && (links[index].from === place || links[index].to === place)));
}

function table(nodes, links) {
  const rows = [...links].sort((a, b) => b.weight - a.weight);
  return h("details", { class: "table" }, h("summary", {}, t("as_table")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("as_table") }, h("table", {},
      h("caption", {}, t("together")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("first_name")), h("th", { scope: "col" }, t("second_name")), h("th", { scope: "col" }, t("times")))),
      h("tbody", {}, rows.map(({ from, to, weight }) =>
        h("tr", {}, h("td", {}, entityLink(nodes[from])), h("td", {}, entityLink(nodes[to])), h("td", { class: "number" }, number(weight))))))));
}

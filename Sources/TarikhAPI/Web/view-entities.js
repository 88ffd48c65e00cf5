// Who and what is named.

import { get } from "./api.js";
import { h } from "./dom.js";
import { bar, choice, entityLink, list, spaced, title, typeWords } from "./parts.js";
import { go, link } from "./router.js";
import { t } from "./words.js";

const TYPES = ["person", "org", "place", "product"];

export async function render(state, signal) {
  const question = { q: state.q, type: state.type, limit: 60 };
  const found = await get("entities", question, signal);
  const most = Math.max(1, ...found.items.map(({ articles }) => articles));
  const item = (entity) => h("li", {}, entityLink(entity), h("span", { class: "meta" }, typeWords(entity.type)), bar(entity.articles, most));
  return {
    title: t("entities"),
    status: t("entities_n", { n: found.page.total }),
    content: [
      title(t("entities"), " ", h("span", { class: "count" }, t("entities_n", { n: found.page.total }))),
      form(state),
      h("p", { class: "path" }, spaced([choice(t("type_all"), link({ ...state, type: "" }), !state.type),
        ...TYPES.map((type) => choice(typeWords(type), link({ ...state, type }), state.type === type))])),
      found.items.length === 0 ? h("p", { class: "notice" }, t("nothing"))
        : list(found, item, (cursor) => get("entities", { ...question, cursor }), { class: "beside wide" }),
    ],
  };
}

function form(state) {
  return h("form", { class: "fields row", role: "search", onsubmit: (event) => {
    event.preventDefault();
    go(link({ ...state, q: new FormData(event.target).get("q") }));
  } },
  h("div", { class: "field" }, h("label", { for: "name" }, t("name_filter")), h("input", { id: "name", name: "q", type: "search", dir: "auto", value: state.q ?? "", maxlength: 200 })),
  h("button", { type: "submit" }, t("apply")));
}

// An article in, by pasting its text.

import { post } from "./api.js";
import { h } from "./dom.js";
import { failure, title } from "./parts.js";
import { go, link } from "./router.js";
import { t } from "./words.js";

export async function render() {
  const answer = h("div", { "aria-live": "polite" });
  const button = h("button", { type: "submit" }, t("add_send"));
  const form = h("form", { class: "fields", onsubmit: (event) => {
    event.preventDefault();
    send();
  } },
  field("text", h("textarea", { id: "text", name: "text", rows: 14, dir: "auto", required: true, "aria-describedby": "text-hint" }), t("add_text"), h("p", { id: "text-hint", class: "meta" }, t("add_text_hint"))),
  h("div", { class: "row" },
    field("source", h("input", { id: "source", name: "source", dir: "auto", maxlength: 200, autocomplete: "off" }), optional(t("add_source"))),
    field("published", h("input", { id: "published", name: "published", type: "date" }), optional(t("add_date")))),
  button, answer);

  async function send() {
    const values = new FormData(form);
    const day = values.get("published");
    button.disabled = true;
    answer.replaceChildren(h("p", { class: "meta" }, t("adding")));
    try {
      const article = await post("articles", {
        text: values.get("text"), ...(values.get("source") ? { source: values.get("source") } : {}), ...(day ? { published_at: day + "T00:00:00Z" } : {}),
      });
      go(link({ view: "article", article: article.id }));
    } catch (problem) {
      const notice = failure(problem, problem.status === 401 ? send : undefined);
      if (problem.status === 403) notice.firstChild.textContent = t("add_forbidden");
      answer.replaceChildren(notice);
    }
    button.disabled = false;
  }

  return { title: t("add_title"), content: [title(t("add_title")), form] };
}

const optional = (text) => `${text} (${t("optional")})`;
const field = (id, input, label, hint) => h("div", { class: "field" }, h("label", { for: id }, label), input, hint);

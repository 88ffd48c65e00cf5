// The service that this page comes from.

/** An answer that is an error (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code;
  }
}

let key = null;

/** An access key for this visit; it is kept nowhere else. */
export function use(accessKey) {
  key = accessKey;
}

/** Asks for JSON. Parameters that are empty are left out; those with a list of values are repeated. */
export async function get(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") query.append(name, one);
    }
  }
  const text = query.toString();
  return answer(await fetch("/v1/" + path + (text ? "?" + text : ""), { headers: fields(), signal }));
}

/** Sends JSON. */
export async function post(path, body, signal = undefined) {
  const headers = { ...fields(), "Content-Type": "application/json" };
  return answer(await fetch("/v1/" + path, { method: "POST", headers, body: JSON.stringify(body), signal }));
}

/** All items of a list up to `most`, a thousand a question. */
export async function all(path, signal, most = 10_000) {
  const items = [];
  let page = { has_more: true, next_cursor: null, total: 0 };
  while (page.has_more && items.length < most) {
    const part = await get(path, { limit: 1000, cursor: page.next_cursor }, signal);
    items.push(...part.items);
    page = part.page;
  }
  return { items, total: page.total, isComplete: !page.has_more };
}

const fields = () => ({ Accept: "application/json", ...(key ? { Authorization: "Bearer " + key } : {}) });

async function answer(response) {
  if (response.ok) return response.json();
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A proxy's error has no JSON; its status says enough.
  }
  throw new Problem(response.status, body);
}

// Parts of a text that mean something, by their places. The API counts Unicode code points, JavaScript UTF-16 units.

/** Gives the UTF-16 index of a code point of `text`. */
export function places(text) {
  if (!/[\uD800-\uDBFF]/.test(text)) return (point) => point;
  const indices = new Uint32Array(text.length + 1);
  let points = 0;
  for (let index = 0; index < text.length; points += 1) {
    indices[points] = index;
    index += text.codePointAt(index) > 0xffff ? 2 : 1;
  }
  indices.fill(text.length, points);
  return (point) => indices[Math.min(point, points)];
}

function pointCount(text) {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) if (text.codePointAt(index) > 0xffff) count -= 1;
  return count;
}

/** UTF-16 units of a text that browsers lay out at once without trouble, and of its pieces when it has more. */
const LONGEST = 20_000;
const PIECE = 4_000;

/** A text in pieces that end behind a space where there is one, each with the code point at which it starts. */
export function pieces(text) {
  if (text.length <= LONGEST) return [{ text, start: 0 }];
  const found = [];
  for (let index = 0, start = 0; index < text.length; ) {
    let end = Math.min(text.length, index + PIECE);
    const space = text.lastIndexOf(" ", end - 1);
    if (end < text.length && space > index) end = space + 1;
    else if (/[\uD800-\uDBFF]/.test(text[end - 1])) end += 1;
    const piece = text.slice(index, end);
    found.push({ text: piece, start });
    start += pointCount(piece);
    index = end;
  }
  return found;
}

/**
 * Cuts `text`, whose first character stands at `origin` of the whole, wherever a fact {start, end} begins or ends, and gives what
 * `draw(part, facts)` makes of each part with all facts that cover it.
 */
export function marked(text, origin, facts, draw) {
  const place = places(text);
  const inside = [];
  for (const fact of facts) {
    const start = place(Math.max(0, fact.start - origin));
    const end = place(Math.max(0, fact.end - origin));
    if (start < end && start < text.length) inside.push({ fact, start, end: Math.min(end, text.length) });
  }
  if (inside.length === 0) return [draw(text, [])];
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const nodes = [];
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index];
    open = open.filter(({ end }) => end > start);
    while (next < inside.length && inside[next].start === start) open.push(inside[next++]);
    nodes.push(draw(text.slice(start, cuts[index + 1]), open.map(({ fact }) => fact)));
  }
  return nodes;
}

// Places for the nodes of a graph: linked ones draw near, all keep apart (Fruchterman and Reingold 1991). The same graph always
// gets the same places.

const STEPS = 260;

/** Gives each node (with `size`, and `half` of its width) `x` and `y` in 0…width, 0…height; links are {from, to, weight} with indices of nodes. */
export function placed(nodes, links, width, height) {
  const distance = Math.min(130, 0.75 * Math.sqrt((width * height) / Math.max(1, nodes.length)));
  const most = Math.max(1, ...links.map(({ weight }) => weight));
  nodes.forEach((node, index) => {
    // A sunflower: even from the start, without chance.
    const radius = Math.sqrt((index + 0.5) / nodes.length);
    node.x = width / 2 + radius * (width / 2) * Math.cos(index * 2.39996);
    node.y = height / 2 + radius * (height / 2) * Math.sin(index * 2.39996);
  });
  for (let step = 0; step < STEPS; step += 1) {
    const heat = (width / 8) * (1 - step / STEPS) ** 2 + 0.5;
    const moves = nodes.map((node) => ({ x: (width / 2 - node.x) * 0.06 * (height / width), y: (height / 2 - node.y) * 0.06 }));
    for (let a = 0; a < nodes.length; a += 1) {
      for (let b = a + 1; b < nodes.length; b += 1) push(nodes[a], nodes[b], moves[a], moves[b], distance);
    }
    for (const { from, to, weight } of links) pull(nodes[from], nodes[to], moves[from], moves[to], distance, 0.4 + 0.6 * (weight / most));
    nodes.forEach((node, index) => {
      const length = Math.hypot(moves[index].x, moves[index].y) || 1;
      const reach = Math.min(length, heat);
      node.x = Math.min(width - node.half, Math.max(node.half, node.x + (moves[index].x / length) * reach));
      node.y = Math.min(height - node.size - 20, Math.max(node.size + 4, node.y + (moves[index].y / length) * reach));
    });
  }
  return nodes;
}

function push(a, b, moveA, moveB, distance) {
  const [dx, dy] = [a.x - b.x || 0.01, a.y - b.y || 0.01];
  const square = dx * dx + dy * dy;
  // Parts that no link joins would drive each other to the edges.
  if (square > 16 * distance * distance) return;
  const force = (distance * distance) / Math.max(square, 1);
  moveA.x += dx * force * 0.5;
  moveA.y += dy * force * 0.5;
  moveB.x -= dx * force * 0.5;
  moveB.y -= dy * force * 0.5;
}

function pull(a, b, moveA, moveB, distance, strength) {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const force = (Math.hypot(dx, dy) / distance) * strength * 0.5;
  moveA.x -= dx * force;
  moveA.y -= dy * force;
  moveB.x += dx * force;
  moveB.y += dy * force;
}

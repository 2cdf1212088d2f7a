import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText, nearlyRight } from "../../../../../tests/support/any-design-text.ts";
import type { Design } from "../design.ts";
import { addNode, connect, disconnect, removeNode, renameNode, setParameter, setPolicy } from "./edit-design.ts";
import { parseDesign } from "./parse-design.ts";

const text = `# entry
gateway{limit=6k/s} -> cache[ttl=60s] -> app:service{cpu=8 x12}  # ours

app -> features[timeout=8ms] & vectors{k=300}[timeout=30ms, fallback=kv]
app -> ranker{gpu=L4 x4} # heavy
kv
`;
const changed = (after: string) => {
  const [before, now] = [text.split("\n"), after.split("\n")];
  return { gone: before.filter((line) => !now.includes(line)), new: now.filter((line) => !before.includes(line)) };
};

test("a node is added with a name of its own at the end", () => {
  expect(addNode("", "cache")).toEqual({ text: "cache\n", id: "cache" });
  const added = addNode(text, "cache");
  expect(added.id).toBe("cache2");
  expect(changed(added.text)).toEqual({ gone: [], new: ["cache2"] });
  expect(addNode("gateway ->", "cache").text).toBe("gateway ->\n\ncache");
});

test("an arrow is drawn where its source was mentioned last", () => {
  expect(changed(connect(text, "app", "kv"))).toEqual({ gone: ["kv"], new: ["app -> kv"] });
  expect(changed(connect(text, "ranker", "kv")).new).toEqual(["ranker -> kv"]);
  expect(connect("gateway -> app\napp\ncache\n", "app", "cache")).toBe("gateway -> app\napp -> cache\n");
  expect(connect(text, "app", "ranker")).toBe(text);
});

test("an arrow is taken away, and what it joined stays", () => {
  expect(changed(disconnect(text, "cache", "app"))).toEqual({
    gone: ["gateway{limit=6k/s} -> cache[ttl=60s] -> app:service{cpu=8 x12}  # ours"],
    new: ["gateway{limit=6k/s} -> cache{ttl=60s}", "app:service{cpu=8 x12}  # ours"],
  });
  expect(changed(disconnect(text, "app", "vectors")).new).toEqual(["app -> features[timeout=8ms]", "vectors{k=300}"]);
  expect(disconnect(text, "app", "gateway")).toBe(text);
});

test("a node is removed with its arrows, and what fell back on it falls back on nothing", () => {
  expect(changed(removeNode(text, "cache")).new).toEqual(["gateway{limit=6k/s}", "app:service{cpu=8 x12}  # ours"]);
  expect(changed(removeNode(text, "kv"))).toEqual({
    gone: ["app -> features[timeout=8ms] & vectors{k=300}[timeout=30ms, fallback=kv]", "kv"],
    new: ["app -> features[timeout=8ms] & vectors{k=300}[timeout=30ms]"],
  });
});

test("a renamed node keeps its type and what points at it", () => {
  const renamed = renameNode(text, "kv", "backup");
  expect(changed(renamed).new).toEqual([
    "app -> features[timeout=8ms] & vectors{k=300}[timeout=30ms, fallback=backup]",
    "backup:kv",
  ]);
  expect(renameNode(text, "app", "cache")).toBe(text);
  expect(renameNode(text, "app", "2x")).toBe(text);
});

test("a parameter is set, changed and taken out where it stands", () => {
  expect(changed(setParameter(text, "vectors", "recall", "0.99")).new[0]).toContain("vectors{k=300, recall=0.99}[");
  expect(changed(setParameter(text, "app", "cpu", "16")).new[0]).toContain("app:service{cpu=16 x12}");
  expect(changed(setParameter(text, "app", "replicas", "20")).new[0]).toContain("{cpu=8 x20}");
  expect(changed(setParameter(text, "ranker", "gpu", "")).new).toEqual(["app -> ranker{replicas=4}  # heavy"]);
  expect(changed(setParameter(text, "vectors", "k", "")).new[0]).toContain("& vectors[timeout");
  expect(setParameter("a:scorer", "a", "block", "0.9")).toBe("a:scorer{block>0.9}");
  expect(setParameter("a:scorer{pass=0.1}", "a", "pass", "0.2")).toBe("a:scorer{pass<0.2}");
  expect(setParameter(text, "nobody", "k", "1")).toBe(text);
});

test("a policy is set on the arrow that it belongs to", () => {
  const edge = { from: "app", to: "ranker" };
  expect(changed(setPolicy(text, edge, "timeout", "60ms")).new).toEqual([
    "app -> ranker{gpu=L4 x4}[timeout=60ms]  # heavy",
  ]);
  const off = setPolicy(text, { from: "app", to: "vectors" }, "fallback", "");
  expect(changed(off).new[0]).toContain("vectors{k=300}[timeout=30ms]");
  expect(setPolicy(text, { from: "ranker", to: "app" }, "timeout", "1s")).toBe(text);
});

/** Without places and without the numbers of groups, of which only the order matters. */
function meaning({ nodes, edges }: Design) {
  const groups = (from: string) =>
    [...new Set(edges.filter((e) => e.from === from).map((e) => e.group))].sort((a, b) => a - b);
  return {
    nodes: nodes.map(({ id, type, parameters }) => ({ id, type, parameters })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: edges
      .map(({ from, to, kind, policies, group }) => ({ from, to, kind, policies, group: groups(from).indexOf(group) }))
      .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
  };
}
type Meaning = ReturnType<typeof meaning>;
const read = (each: string) => parseDesign(each).design;
const pick = fc.nat({ max: 1000 });
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const regrouped = ({ nodes, edges }: Meaning): Meaning => meaning({ nodes, edges } as unknown as Design);

test("every edit gives the design that it says", () => {
  fc.assert(
    fc.property(nearlyRight, pick, pick, (written, one, other) => {
      const { design, faults } = parseDesign(written);
      const unknown = new Set(faults.flatMap(({ message, node }) => (message.includes("no component") ? [node] : [])));
      const before = meaning(design);
      const [node, peer, edge] = [at(before.nodes, one), at(before.nodes, other), at(before.edges, one)];
      const added = addNode(written, "kv");
      expect(meaning(read(added.text)).edges).toEqual(before.edges);
      expect(read(added.text).nodes.map(({ id }) => id)).toEqual([...design.nodes.map(({ id }) => id), added.id]);
      if (!node || !peer || faults.some(({ message }) => message.includes("in another place"))) return;

      const without = (id: string): Meaning => ({
        nodes: before.nodes.filter((each) => each.id !== id),
        edges: before.edges
          .filter(({ from, to }) => from !== id && to !== id)
          .map((each) => {
            const { fallback, ...policies } = each.policies;
            return fallback === id && id !== "review" ? { ...each, policies } : each;
          }),
      });
      expect(meaning(read(removeNode(written, node.id)))).toEqual(regrouped(without(node.id)));

      const renamed = meaning(read(renameNode(written, node.id, "new-name")));
      expect(renamed.nodes.map(({ type, parameters }) => ({ type, parameters }))).toHaveLength(before.nodes.length);
      if (!unknown.has(node.id))
        expect(renamed.nodes.find(({ id }) => id === "new-name")).toEqual({ ...node, id: "new-name" });
      expect(renamed.edges).toHaveLength(before.edges.length);

      const connected = meaning(read(connect(written, node.id, peer.id)));
      expect(connected.nodes).toEqual(before.nodes);
      const isNew = node !== peer && !before.edges.some(({ from, to }) => from === node.id && to === peer.id);
      expect(connected.edges).toHaveLength(before.edges.length + (isNew ? 1 : 0));
      const drawn = connected.edges.find(({ from, to }) => from === node.id && to === peer.id);
      if (isNew) {
        expect(drawn?.group).toBe(
          new Set(before.edges.filter(({ from }) => from === node.id).map((e) => e.group)).size,
        );
        expect(connected.edges.filter((each) => each !== drawn)).toEqual(before.edges);
      }

      if (!edge) return;
      const cut = { ...before, edges: before.edges.filter((each) => each !== edge) };
      expect(meaning(read(disconnect(written, edge.from, edge.to)))).toEqual(regrouped(cut));
    }),
    { numRuns: 300 },
  );
});

test("a setting that is set is what is read, and nothing else changes", () => {
  fc.assert(
    fc.property(nearlyRight, pick, (written, one) => {
      const { design, faults } = parseDesign(written);
      const before = meaning(design);
      const [node, edge] = [at(before.nodes, one), at(before.edges, one)];
      // what is written twice or wrongly at a node is read as if it were not there, and so may be what is set
      if (node && !faults.some((each) => each.node === node.id)) {
        const key = node.type === "service" ? "cpu" : node.type === "llm" ? "replicas" : "queue";
        const set = meaning(read(setParameter(written, node.id, key, "7")));
        expect(set.edges).toEqual(before.edges);
        const value = key in node.parameters ? 7 : undefined;
        const others = before.nodes.filter((each) => each.id !== node.id);
        expect(set.nodes.filter((each) => each.id !== node.id)).toEqual(others);
        expect(set.nodes.find((each) => each.id === node.id)?.parameters[key]).toBe(value);
      }
      if (!edge) return;
      const set = meaning(read(setPolicy(written, edge, "timeout", "33ms")));
      expect(set).toEqual({
        ...before,
        edges: before.edges.map((each) =>
          each === edge ? { ...each, policies: { ...each.policies, timeout: 0.033 } } : each,
        ),
      });
    }),
    { numRuns: 300 },
  );
});

test("no edit throws or breaks out of its place, whatever is typed", () => {
  fc.assert(
    fc.property(anyText, fc.string(), fc.string({ unit: "binary" }), pick, (written, word, value, one) => {
      const design = read(written);
      const id = at(design.nodes, one)?.id ?? word;
      for (const after of [
        removeNode(written, word),
        renameNode(written, id, word),
        connect(written, id, word),
        disconnect(written, word, id),
        setParameter(written, id, word, value),
        setPolicy(written, { from: id, to: word }, word, value),
        setPolicy(written, { from: id, to: id }, "timeout", value),
      ])
        expect(read(after).nodes.length).toBeGreaterThanOrEqual(design.nodes.length - 1);
      const set = read(setParameter(written, id, "queue", value));
      expect(set.nodes.map((each) => each.id)).toEqual(design.nodes.map((each) => each.id));
      expect(meaning(set).edges).toEqual(meaning(design).edges);
    }),
    { numRuns: 300 },
  );
});

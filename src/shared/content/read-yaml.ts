import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { nearest } from "../../lib/text.ts";
import type { ContentFault } from "./content-fault.ts";

type Read<T> = { ok: true; value: T } | { ok: false; faults: ContentFault[] };

/** Parses the text of a YAML file against a schema; every fault of the file at once, each with its line. */
export function readYaml<T>(path: string, text: string, schema: z.ZodType<T>): Read<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({ path, line: counter.linePos(pos[0]).line, message }));
    return { ok: false, faults };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data };
  const lineAt = (at: PropertyKey[]) => lineOf(document, counter, at);
  return { ok: false, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, { path, lineAt, schema })) };
}

type Where = { path: string; lineAt: (at: PropertyKey[]) => number; schema: z.ZodType };

function faultsOf(issue: z.core.$ZodIssue, { path, lineAt, schema }: Where): ContentFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = issue.path.length === 0 ? keysOf(schema) : [];
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      const message = `unknown key "${key}"${meant ? `; did you mean "${meant}"?` : ""}`;
      return { path, line: lineAt([...issue.path, key]), message };
    });
  }
  const where = issue.path.map(String).join(".");
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  const message = missing ? "is missing" : lowerFirst(issue.message);
  return [{ path, line: lineAt(issue.path), message: where === "" ? message : `${where}: ${message}` }];
}

function keysOf(schema: z.ZodType): string[] {
  return "shape" in schema && typeof schema.shape === "object" && schema.shape ? Object.keys(schema.shape) : [];
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** Line of the node at a path, or of the nearest parent that exists: a missing key is reported where it belongs. */
function lineOf(document: ReturnType<typeof parseDocument>, counter: LineCounter, at: PropertyKey[]): number {
  for (let depth = at.length; depth >= 0; depth--) {
    const offset = offsetOf(document, at.slice(0, depth));
    if (offset !== undefined) return counter.linePos(offset).line;
  }
  return 1;
}

function offsetOf(document: ReturnType<typeof parseDocument>, at: PropertyKey[]): number | undefined {
  const key = at.at(-1);
  const parent = at.length > 1 ? document.getIn(at.slice(0, -1), true) : document.contents;
  if (key !== undefined && isMap(parent)) {
    const pair = parent.items.find((item) => String(item.key) === String(key));
    return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  }
  const node = at.length > 0 ? document.getIn(at, true) : document.contents;
  return isNode(node) ? node.range?.[0] : undefined;
}

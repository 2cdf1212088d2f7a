import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Finding } from "./finding.ts";

const LONG_FUNCTION_LINES = 40;
const DEEP_BLOCKS = 4;
const EMPTY_NAMES = new Set(["foo", "bar", "baz", "tmp", "temp", "data2", "res2", "func", "thing", "stuff", "helper"]);
const BLOCKS = new Set(["ForStatement", "WhileStatement", "IfStatement", "TryStatement", "WithStatement"]);

/** What an interviewer would remark on and a linter would not: length, depth, names, loops over arrays. */
export function readAsInterviewer(source: string): Finding[] {
  const tree = parser.parse(source);
  const lineOf = lineIndex(source);
  const textOf = (node: SyntaxNode) => source.slice(node.from, node.to);
  return nodesOf(tree).flatMap((node) => {
    const at = (rule: string, message: string): Finding => ({
      line: lineOf(node.from),
      rule,
      message,
      severity: "advice",
    });
    switch (node.name) {
      case "FunctionDefinition": {
        const name = node.getChild("VariableName");
        const lines = textOf(node).trimEnd().split("\n").length;
        const said = name ? textOf(name) : "";
        return [
          ...(lines > LONG_FUNCTION_LINES
            ? [
                at(
                  "long-function",
                  `\`${said}\` is ${lines} lines long. Name its steps as functions, and say them aloud.`,
                ),
              ]
            : []),
          ...(EMPTY_NAMES.has(said) ? [at("empty-name", `\`${said}\` says nothing about what it returns.`)] : []),
        ];
      }
      case "ForStatement":
        return loopOverArray(node, textOf).map((message) => at("loop-over-array", message));
      case "Body":
        return blockDepth(node) === DEEP_BLOCKS + 1
          ? [
              at(
                "deep-nesting",
                `${DEEP_BLOCKS + 1} blocks inside one another. Return early, or move the inner part out.`,
              ),
            ]
          : [];
      default:
        return [];
    }
  });
}

function nodesOf(tree: Tree): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter: (cursor) => {
      nodes.push(cursor.node);
    },
  });
  return nodes;
}

/** `for i in range(len(x))` whose body uses `i` for nothing but `x[i]`: zip or enumerate says it, or one array expression. */
function loopOverArray(loop: SyntaxNode, textOf: (node: SyntaxNode) => string): string[] {
  const header = /^for\s+(\w+)\s+in\s+range\(\s*(?:len\((\w+)\)|(\w+)\.shape\[0\])\s*\)/.exec(textOf(loop));
  const index = header?.[1];
  const sequence = header?.[2] ?? header?.[3];
  const body = loop.getChild("Body");
  if (!index || !sequence || !body) return [];
  const text = textOf(body);
  const uses = text.match(new RegExp(`\\b${index}\\b`, "g"))?.length ?? 0;
  const subscripts = text.match(new RegExp(`\\b\\w+\\[${index}\\]`, "g"))?.length ?? 0;
  if (subscripts === 0 || uses !== subscripts) return [];
  return [
    `This loop only walks \`${sequence}\` element by element. Can one array expression say it? If not, iterate over the values (\`zip\`, \`enumerate\`).`,
  ];
}

function blockDepth(body: SyntaxNode): number {
  let depth = 0;
  for (let node: SyntaxNode | null = body.parent; node; node = node.parent) {
    if (node.name === "FunctionDefinition") break;
    if (BLOCKS.has(node.name)) depth++;
  }
  return depth;
}

/** Line number (from 1) of an offset. */
function lineIndex(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

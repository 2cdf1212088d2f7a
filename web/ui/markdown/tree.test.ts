import { describe, expect, test } from "vitest";
import { type MarkdownNode, parseMarkdown } from "./tree.ts";

/** The tree as nested names, text in quotes. */
const shape = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map(({ token, children }) => {
      if (token.type === "inline") return shape(children);
      const name = token.type.replace("_open", "");
      return children.length > 0 ? `${name}(${shape(children)})` : `${name}"${token.content}"`;
    })
    .join(" ");
const read = (text: string) => shape(parseMarkdown(text));

describe("mathematics", () => {
  test("stands in a line of text", () => {
    expect(read("the $T > 0$ for which")).toBe('paragraph(text"the " math_inline"T > 0" text" for which")');
  });
  test("money is not mathematics", () => {
    expect(read("costs $5 and $10")).toBe('paragraph(text"costs $5 and $10")');
  });
  test("an escaped dollar and code stay as they are", () => {
    expect(read("a \\$x$ and `$y$`")).toContain('code_inline"$y$"');
    expect(read("a \\$x$")).not.toContain("math");
  });
  test("display mathematics is a block, over several lines too", () => {
    expect(read("so\n\n$$\n- x \\\\\n= y\n$$\n\nthen")).toBe(
      'paragraph(text"so") math_block"\n- x \\\\\n= y\n" paragraph(text"then")',
    );
    expect(read("so $$x$$ it is")).toContain('math_block"x"');
  });
  test("an opening that never closes is text", () => expect(read("$$ x")).toBe('paragraph(text"$$ x")'));
});

describe("safety", () => {
  test("HTML is shown, not made", () => {
    expect(read('<img src="x" onerror="alert(1)">')).toBe('paragraph(text"<img src="x" onerror="alert(1)">")');
  });
  test("a link that runs code is no link", () => expect(read("[x](javascript:alert(1))")).not.toContain("link"));
});

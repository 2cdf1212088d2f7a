import { createElement, Fragment, memo, type ReactNode, useMemo } from "react";
import { classNames } from "../class-names.ts";
import { CodeBox } from "../code-box.tsx";
import { TeX } from "./math.tsx";
import { PythonCode } from "./python-code.tsx";
import { type MarkdownNode, parseMarkdown } from "./tree.ts";

/** Text of the bank as a page: built element by element, so that nothing in it can be markup or a style of its own. */
export const Markdown = memo(function Markdown({ text, className }: { text: string; className?: string }) {
  const tree = useMemo(() => parseMarkdown(text), [text]);
  return <div className={classNames("prose", className)}>{renderAll(tree)}</div>;
});

const renderAll = (nodes: readonly MarkdownNode[]): ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: a text does not reorder its parts
  nodes.map((node, index) => <Fragment key={index}>{renderNode(node)}</Fragment>);

function renderNode({ token, children }: MarkdownNode): ReactNode {
  switch (token.type) {
    case "inline":
      return renderAll(children);
    case "text":
      return token.content;
    case "softbreak":
      return "\n";
    case "hardbreak":
      return <br />;
    case "hr":
      return <hr />;
    case "code_inline":
      return <code>{token.content}</code>;
    case "math_inline":
      return <TeX source={token.content} />;
    case "math_block":
      return <TeX source={token.content} display />;
    case "fence":
    case "code_block":
      return <CodeBlock code={token.content} language={token.info.trim()} />;
    case "image":
      return token.content;
    case "link_open":
      return <Anchor href={String(token.attrGet("href") ?? "")}>{renderAll(children)}</Anchor>;
    default:
      return renderElement({ token, children });
  }
}

/** Paragraphs, lists, tables and the like: the tag that markdown-it names, with the one attribute that carries meaning. */
function renderElement({ token, children }: MarkdownNode): ReactNode {
  if (token.hidden || token.tag === "") return renderAll(children);
  const start = token.tag === "ol" ? Number(token.attrGet("start") ?? 1) : undefined;
  const right = String(token.attrGet("style") ?? "").includes("right");
  const attributes = { ...(start === undefined ? {} : { start }), ...(right ? { className: "!text-right" } : {}) };
  return createElement(token.tag, attributes, ...renderAll(children));
}

function CodeBlock({ code, language }: { code: string; language: string }) {
  const text = code.replace(/\n$/, "");
  const python = /^(python|py|pycon)$/.test(language) || (language === "" && text.startsWith(">>>"));
  return <CodeBox>{python ? <PythonCode code={text} /> : <code>{text}</code>}</CodeBox>;
}

function Anchor({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

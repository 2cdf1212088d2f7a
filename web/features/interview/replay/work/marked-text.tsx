import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { classNames } from "../../../../ui/class-names.ts";
import { pythonLines } from "../../../../ui/markdown/python-code.tsx";
import { lineDiff } from "../../../design/run/line-diff.ts";
import type { Work } from "../../types.ts";

type Props = { text: string; before: string; language: Work["rounds"][number]["language"]; label: string };

/** A text as it stood, to read only; lines that came since the moment before are marked, and the first of them is in sight. */
export function MarkedText({ text, before, language, label }: Props) {
  const box = useRef<HTMLElement>(null);
  const lines = useMemo(
    () => (language === "python" ? pythonLines(text) : text.split("\n").map((line): ReactNode[] => [line])),
    [text, language],
  );
  const came = useMemo(() => linesThatCame(before, text), [before, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of the text
  useEffect(() => {
    const pane = box.current;
    const first = pane?.querySelector<HTMLElement>("[data-came]");
    if (pane && first) pane.scrollTop = first.offsetTop - pane.clientHeight / 3;
  }, [came]);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
      aria-label={label}
      className="pane-scroll relative min-h-0 flex-1 bg-sunk py-2"
    >
      <pre className="w-max min-w-full leading-[1.6]">
        {lines.map((line, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: lines do not change places
            key={at}
            data-came={came.has(at) ? "" : undefined}
            className={classNames("block pr-4 pl-2", came.has(at) ? "bg-pass-wash" : "")}
          >
            <span aria-hidden="true" className={classNames("select-none", came.has(at) ? "text-pass" : "")}>
              {came.has(at) ? "+ " : "  "}
            </span>
            {came.has(at) && <span className="sr-only select-none">came: </span>}
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </section>
  );
}

/** Places of lines, from 0, that the text before did not have. */
function linesThatCame(before: string, text: string): Set<number> {
  const standing = lineDiff(before, text).filter(({ kind }) => kind !== "gone");
  return new Set(standing.flatMap(({ kind }, at) => (kind === "new" ? [at] : [])));
}

import { useMemo } from "react";
import { classNames } from "../../../ui/class-names.ts";
import { type DiffLine, lineDiff } from "./line-diff.ts";

type Props = { before: string; after: string; names: { before: string; after: string } };

const looks: Record<DiffLine["kind"], { sign: string; className: string; word: string }> = {
  same: { sign: " ", className: "text-ink-2", word: "" },
  gone: { sign: "−", className: "bg-fail-wash text-ink", word: "went: " },
  new: { sign: "+", className: "bg-pass-wash text-ink", word: "came: " },
};

/** The two designs line by line: what went and what came. */
export function DesignDiff({ before, after, names }: Props) {
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  const changed = lines.some(({ kind }) => kind !== "same");
  return (
    <section aria-label="Changes of the design" className="sheet min-w-0 overflow-hidden">
      <p className="border-b border-line px-4 py-2 text-sm">
        {changed ? (
          <>
            <span className="text-fail">− {names.before}</span> <span className="text-pass">+ {names.after}</span>
          </>
        ) : (
          <>
            The design of {names.before} and {names.after} is the same
          </>
        )}
      </p>
      <pre className="overflow-x-auto bg-sunk py-2 leading-6 whitespace-pre-wrap">
        {lines.map(({ kind, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a diff do not change places
          <span key={at} className={classNames("block pr-4 pl-8 -indent-4", looks[kind].className)}>
            <span aria-hidden="true">{looks[kind].sign} </span>
            {looks[kind].word && <span className="sr-only">{looks[kind].word}</span>}
            {text || " "}
          </span>
        ))}
      </pre>
    </section>
  );
}

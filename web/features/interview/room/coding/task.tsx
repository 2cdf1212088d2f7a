import type { Ref } from "react";
import type { ShownCodingRound } from "../../../../../src/features/coding/schema.ts";
import { Markdown } from "../../../../ui/markdown/markdown.tsx";
import { TestWords } from "../../../coding/results/test-words.tsx";
import { LevelText } from "../../../coding/statement/level-text.tsx";

/** What is asked, as far as it is open: the problem, its levels, the hints that were given and the tests that may be seen. */
export function Task({ coding, ref }: { coding: ShownCodingRound; ref: Ref<HTMLElement> }) {
  const { title, prompt, levels, hints, tests } = coding;
  return (
    <section
      ref={ref}
      aria-label="The problem"
      // it scrolls where it stands beside the code
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      className="min-w-0 rounded-md -outline-offset-2 @3xl:max-h-[86dvh] @3xl:overflow-auto @3xl:overscroll-contain @3xl:pr-3"
    >
      <h2 className="mb-2 text-base">{title}</h2>
      <Markdown text={prompt} />
      {levels.map((level) => (
        <LevelText key={level.level} level={level} />
      ))}
      {hints.taken.map((hint, at) => (
        <section key={hint} aria-label={`Hint ${at + 1}`} className="settle mt-4 border-t border-line pt-3">
          <h3 className="caption mb-0.5">
            Hint {at + 1} <span className="num">· costs {Math.round(hints.costEach * 100)} %</span>
          </h3>
          <Markdown text={hint} />
        </section>
      ))}
      {tests.length > 0 && (
        <details className="mt-4 border-t border-line pt-3 text-[13.5px]">
          <summary className="w-fit rounded font-medium">
            Visible tests, <span className="num">{tests.length}</span>
          </summary>
          <ul className="mt-1 grid gap-1">
            {tests.map(({ name, why }) => (
              <li key={name} className="break-words">
                <TestWords name={name} why={why} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

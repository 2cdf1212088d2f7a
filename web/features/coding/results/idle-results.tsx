import { Kbd } from "../../../ui/kbd.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { SubmissionSummary, TestDescription } from "../types.ts";
import { counted } from "../wording.ts";
import { TestWords } from "./test-words.tsx";
import { verdictNames, verdictTone } from "./verdict-words.ts";

type Props = {
  tests: readonly TestDescription[];
  last: SubmissionSummary | undefined;
  onShowLast: (id: string) => void;
};

/** Before the first run: what will be asked of the code, and how to find out. */
export function IdleResults({ tests, last, onShowLast }: Props) {
  const known = tests.length > 0; // they are not where the judge lacks the library, or is busy
  const visible = tests.filter((test) => test.visible).length;
  const visibleTests =
    visible === 1 ? "the visible test" : known ? `the ${visible} visible tests` : "the visible tests";
  return (
    <>
      <p className="text-[14px] text-ink-2">
        <Kbd keys="Mod-Enter" /> runs {visibleTests} and shows what went in, expected against got.{" "}
        <Kbd keys="Mod-Shift-Enter" /> submits to all{known ? ` ${tests.length}` : " tests"}.
      </p>
      {last?.verdict && (
        <p className="num mt-3 text-[14px]">
          Last time:{" "}
          <StateMark tone={verdictTone(last.verdict)}>
            {last.passed} of {counted(last.total, "test")}
          </StateMark>{" "}
          <span className="text-ink-2">{verdictNames[last.verdict]}.</span>{" "}
          <button
            type="button"
            className="rounded text-accent underline underline-offset-2"
            onClick={() => onShowLast(last.id)}
          >
            Show it
          </button>
        </p>
      )}
      {known && <h3 className="mt-5 mb-1 text-sm font-medium text-ink-2">What is asked of it</h3>}
      <ul aria-label="Tests" className="border-b border-line empty:hidden">
        {tests.map(({ name, why, visible }) => (
          <li
            key={name}
            className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 border-t border-line py-1.5 text-[13.5px]"
          >
            <span aria-hidden="true" className="text-center text-ink-3">
              ○
            </span>
            <p className="break-words">
              <TestWords name={name} why={why} said={visible ? undefined : "hidden"} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

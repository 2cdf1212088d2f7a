import { classNames } from "../../../ui/class-names.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { TestResult } from "../types.ts";
import { Evidence } from "./evidence.tsx";
import { TestWords } from "./test-words.tsx";
import { duration, isFailing, statusNames, statusTones } from "./verdict-words.ts";

type Props = {
  tests: readonly TestResult[];
  /** The test whose evidence is open from the start. */
  openTest?: string | undefined;
  /** A test whose evidence stands above already. */
  shownTest?: string | undefined;
  onGo: (line: number) => void;
  /** While they come in, each test fades in. */
  arriving?: boolean;
};

export function TestList({ tests, openTest, shownTest, onGo, arriving = false }: Props) {
  const levelled = new Set(tests.map(({ level }) => level)).size > 1;
  return (
    <ul aria-label="Tests" className="border-b border-line">
      {tests.map((test) => (
        <li
          key={test.name}
          className={classNames(
            "grid grid-cols-[16px_minmax(0,1fr)] gap-2 border-t border-line py-1.5 text-[13.5px]",
            arriving && "settle",
          )}
        >
          <Sign tone={statusTones[test.status]} label={statusNames[test.status]} />
          <div className="min-w-0">
            <TestLine test={test} levelled={levelled} />
            {isFailing(test) && test.name !== shownTest && (
              <details open={test.name === openTest} className="mt-0.5">
                <summary className="caption w-fit rounded">evidence</summary>
                <Evidence test={test} onGo={onGo} />
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function TestLine({ test, levelled }: { test: TestResult; levelled: boolean }) {
  const { name, why, status, level, ms } = test;
  const said = status === "failed" || status === "passed" ? undefined : statusNames[status];
  return (
    <p className="break-words">
      <TestWords name={name} why={why} said={said} tone={status === "not-run" ? "idle" : "fail"} />
      {ms >= 100 && <span className="num text-ink-3"> · {duration(ms)}</span>}
      {levelled && (
        <span className="ml-1.5 align-[1px]">
          <Tag>level {level}</Tag>
        </span>
      )}
    </p>
  );
}

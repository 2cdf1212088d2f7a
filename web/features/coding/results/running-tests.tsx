import type { RunState } from "../run/run-state.ts";
import { TestList } from "./test-list.tsx";
import { passedCount } from "./verdict-words.ts";

type Props = { run: Extract<RunState, { phase: "running" }>; onGo: (line: number) => void };

/** While it runs: how far it is, and each test as it ends. */
export function RunningTests({ run: { tests, total, cancelling }, onGo }: Props) {
  return (
    <>
      <p className="num mb-1 font-medium text-ink-2">
        {cancelling
          ? "Cancelling"
          : total === undefined
            ? "Waiting for the judge"
            : `${tests.length} of ${total} tests run, ${passedCount(tests)} passed`}
      </p>
      <progress aria-label="Tests run" max={total ?? 1} value={tests.length} className="mb-3 block h-[3px] w-full" />
      <TestList tests={tests} onGo={onGo} arriving />
    </>
  );
}

import type { Ref } from "react";
import type { SeenVerdict, ShownCodingRound } from "../../../../../src/features/coding/schema.ts";
import { Callout } from "../../../../ui/callout.tsx";
import { StateMark } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { firstMend } from "../../../coding/results/first-mend.ts";
import { MendCallout } from "../../../coding/results/mend-callout.tsx";
import { Printed } from "../../../coding/results/side-results.tsx";
import { TestList } from "../../../coding/results/test-list.tsx";
import { headline, verdictNames, verdictTone } from "../../../coding/results/verdict-words.ts";
import type { Mode } from "../../../coding/types.ts";
import { counted } from "../../../coding/wording.ts";

type Props = {
  coding: Pick<ShownCodingRound, "last" | "notice" | "solved" | "levels">;
  judging: Mode | undefined;
  onGo: (line: number) => void;
  ref: Ref<HTMLElement>;
};

/** What the last run or submission showed, as far as a candidate may see it. */
export function Judged({ coding, judging, onGo, ref }: Props) {
  const { last, notice } = coding;
  return (
    <section ref={ref} tabIndex={-1} aria-label="The last result" aria-busy={judging !== undefined} className="min-w-0">
      {notice && (
        <Callout tone="part" className="mb-3">
          <p role="status">
            <TextWithCode text={notice} />
          </p>
        </Callout>
      )}
      {judging && <p className="mb-2 text-[14px] text-ink-2">{judging === "run" ? "Running" : "Submitting"}</p>}
      {last ? (
        <div className={judging ? "opacity-60" : undefined}>
          <Seen seen={last} coding={coding} onGo={onGo} />
        </div>
      ) : (
        !judging && <p className="caption">Nothing was run yet. A run shows what went in, expected against got.</p>
      )}
    </section>
  );
}

function Seen({ seen, coding, onGo }: { seen: SeenVerdict } & Pick<Props, "coding" | "onGo">) {
  const { visible: tests, hidden, stdout, verdict } = seen;
  const mend = firstMend({ ...seen, tests });
  const levels = coding.levels.length;
  return (
    <>
      <h2 className="num text-[15px]">
        <StateMark tone={verdictTone(verdict)}>{headline({ verdict, tests }, "run")}</StateMark>
        <span className="font-normal text-ink-2"> · {verdictNames[verdict]}</span>
      </h2>
      <p className="caption num mb-3">
        {seen.mode === "run" ? "A run" : "A submission"}
        {levels > 1 && ` at level ${seen.level} of ${levels}`}
        {hidden && ` · ${hidden.passed} of ${counted(hidden.total, "hidden test")}`}
        {coding.solved && " · solved"}
      </p>
      {mend && <MendCallout mend={mend} onGo={onGo} />}
      {tests.length > 0 && (
        <div className="mt-3">
          <TestList tests={tests} onGo={onGo} shownTest={mend?.kind === "test" ? mend.test.name : undefined} />
        </div>
      )}
      {stdout !== "" && <Printed stdout={stdout} />}
    </>
  );
}

/** The result in one spoken sentence. */
export function spokenSeen(seen: SeenVerdict): string {
  const { visible: tests, hidden, verdict } = seen;
  const hiddenSaid = hidden && `${hidden.passed} of ${counted(hidden.total, "hidden test")}`;
  return [headline({ verdict, tests }, "run"), hiddenSaid, verdictNames[verdict]].filter(Boolean).join(". ");
}

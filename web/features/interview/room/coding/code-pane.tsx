import { lazy, Suspense, useMemo, useRef } from "react";
import { MOST_ROUND_CODE } from "../../../../../src/features/coding/model/round/code-length.ts";
import type { ShownCodingRound } from "../../../../../src/features/coding/schema.ts";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { LineMark } from "../../../coding/editor/line-marks.ts";
import { failingLines } from "../../../coding/results/first-mend.ts";
import { counted } from "../../../coding/wording.ts";
import type { EditorKeys } from "../../../coding/workspace/key-preference.ts";
import type { RoundCode } from "./use-round-code.ts";

const CodeEditor = lazy(() =>
  import("../../../coding/editor/code-editor.tsx").then((module) => ({ default: module.CodeEditor })),
);

type Props = {
  code: RoundCode;
  coding: Pick<ShownCodingRound, "last" | "left">;
  vim: { keys: EditorKeys; toggle: () => void };
};

/** The editor with the two ways to try what stands in it. */
export function CodePane({ code, coding, vim }: Props) {
  const marks = useFailingMarks(coding.last);
  return (
    <section aria-label="Your code" className="sheet flex min-w-0 flex-col overflow-hidden">
      {code.aside && <Aside aside={code.aside} />}
      <div className="h-[max(320px,46dvh)] min-h-0">
        <Suspense fallback={<p className="late p-4 text-ink-2">Loading the editor</p>}>
          <CodeEditor
            ref={code.editor}
            initialCode={code.current()}
            keys={vim.keys}
            marks={marks}
            onChange={code.edit}
            onSave={code.save}
          />
        </Suspense>
      </div>
      <Bar code={code} left={coding.left} vim={vim} />
    </section>
  );
}

/** Of results that came while the page was open: what was judged before may be another text. */
function useFailingMarks(last: ShownCodingRound["last"]): readonly LineMark[] {
  const atFirst = useRef(last);
  return useMemo(() => {
    if (last === null || last === atFirst.current) return [];
    return failingLines({ ...last, tests: last.visible }).map((line) => ({ line, tone: "fail" }));
  }, [last]);
}

function Aside({ aside: { use, leave } }: { aside: NonNullable<RoundCode["aside"]> }) {
  return (
    <Callout tone="part">
      <p role="status">The code went on elsewhere. What you typed here and had not sent is kept.</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button look="quiet" onClick={use}>
          Use it instead
        </Button>
        <Button look="quiet" onClick={leave}>
          Leave it
        </Button>
      </div>
    </Callout>
  );
}

function Bar({ code, left, vim }: Pick<Props, "code" | "vim"> & Pick<Props["coding"], "left">) {
  const { judging, attempt } = code;
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2">
      <p className="caption num mr-auto min-w-0 max-sm:w-full">
        {code.isTooLong ? (
          <span className="text-part">
            More than {MOST_ROUND_CODE.toLocaleString("en-US")} characters: nothing of it is sent.
          </span>
        ) : (
          <>
            {code.isUnsent ? "kept in this browser" : "saved"} · {counted(left.runs, "run")},{" "}
            {counted(left.submissions, "submission")} left
            <span className="[@media(hover:none)]:hidden"> · Esc, then Tab leaves the editor</span>
          </>
        )}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-2 max-sm:w-full">
        <Button look="quiet" aria-pressed={vim.keys === "vim"} onClick={vim.toggle} title="Vim keys (Alt V)">
          Vim {vim.keys === "vim" ? "on" : "off"}
        </Button>
        {/* not disabled while something is judged: the focus stays where it is */}
        <Button className="max-sm:flex-1" onClick={() => attempt("run")} disabled={left.runs === 0 || code.isTooLong}>
          {judging === "run" ? "Running" : "Run"} <Kbd keys="Alt-Enter" bare />
        </Button>
        <Button
          look="primary"
          className="max-sm:flex-1"
          onClick={() => attempt("submit")}
          disabled={left.submissions === 0 || code.isTooLong}
        >
          {judging === "submit" ? "Submitting" : "Submit"} <Kbd keys="Mod-Shift-Enter" bare />
        </Button>
      </div>
    </div>
  );
}

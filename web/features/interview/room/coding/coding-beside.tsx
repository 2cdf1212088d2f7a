import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ShownCodingRound } from "../../../../../src/features/coding/schema.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { useAction } from "../../../../shell/use-action.ts";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { useEditorKeys } from "../../../coding/workspace/key-preference.ts";
import type { BesideProps } from "../beside-props.ts";
import { CodePane } from "./code-pane.tsx";
import { Judged, spokenSeen } from "./judged.tsx";
import { Task } from "./task.tsx";
import { type RoundCode, useRoundCode } from "./use-round-code.ts";

const GROUP = "The code";

type Props = BesideProps & {
  /** What stands under the problem, and works on the code. */
  children?: (code: RoundCode) => ReactNode;
};

/** Beside the talk of a round with code: the problem, the editor, and what came of the last run. */
export function CodingBeside({ session, shown, act, unsent, pending, busy, refused, children }: Props) {
  // the type of what is shown says whose it is
  const coding = shown as ShownCodingRound;
  const kept = { id: session.id, round: session.current ?? 0 };
  const code = useRoundCode({ coding, kept, pending, busy, act, unsent });
  const vim = useEditorKeys();
  const task = useRef<HTMLElement>(null);
  const result = useRef<HTMLElement>(null);
  const [isInside, setInside] = useState(false);
  useTryingKeys(code, isInside);
  const moving = { ...code, toTask: () => task.current?.focus(), toResult: () => result.current?.focus() };
  useMovingKeys(moving, vim.toggle);
  useSpoken(coding.last, code.judging);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => setInside(currentTarget.contains(relatedTarget));
  return (
    <section aria-label="The code" onFocus={() => setInside(true)} onBlur={onBlur} className="@container min-w-0">
      <div className="grid items-start gap-x-5 gap-y-5 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,1.35fr)]">
        {children ? (
          <div className="grid min-w-0 gap-4 @3xl:[&>section:first-child]:max-h-[40dvh]">
            <Task coding={coding} ref={task} />
            {children(code)}
          </div>
        ) : (
          <Task coding={coding} ref={task} />
        )}
        <div className="grid min-w-0 gap-4">
          <CodePane code={code} coding={coding} vim={vim} />
          {refused !== null && <FailureNote error={refused} />}
          <Judged
            coding={coding}
            judging={code.judging}
            onGo={(line) => code.editor.current?.goToLine(line)}
            ref={result}
          />
        </div>
      </div>
    </section>
  );
}

/** The keys of the coding room. Mod-Enter says the words unless the focus is in here: a run has a key of its own besides. */
function useTryingKeys({ attempt, save }: RoundCode, isInside: boolean): void {
  const run = () => attempt("run");
  useAction({ id: "interview.run", label: "Run the visible tests", keys: "Alt-Enter", group: GROUP }, run);
  useAction(
    { id: "interview.run-here", label: "Run them, with the focus in the code", keys: "Mod-Enter", group: GROUP },
    isInside ? run : undefined,
  );
  useAction({ id: "interview.submit", label: "Submit to all tests", keys: "Mod-Shift-Enter", group: GROUP }, () =>
    attempt("submit"),
  );
  useAction({ id: "interview.save", label: "Save the code now", keys: "Mod-s", group: GROUP }, save);
}

type Moving = Pick<RoundCode, "editor"> & { toTask: () => void; toResult: () => void };

function useMovingKeys({ editor, toTask, toResult }: Moving, onVim: () => void): void {
  useAction({ id: "interview.task", label: "To the problem", keys: "Alt-1", group: GROUP }, toTask);
  useAction({ id: "interview.code", label: "To the code", keys: "Alt-2", group: GROUP }, () => editor.current?.focus());
  useAction({ id: "interview.result", label: "To the last result", keys: "Alt-3", group: GROUP }, toResult);
  useAction({ id: "interview.vim", label: "Vim keys on or off", keys: "Alt-v", group: GROUP }, onVim);
}

/** The beginning and the end of a run aloud. */
function useSpoken(last: ShownCodingRound["last"], judging: RoundCode["judging"]): void {
  const announce = useAnnounce();
  const before = useRef(last);
  useEffect(() => {
    if (judging) announce(judging === "run" ? "Running" : "Submitting");
  }, [judging, announce]);
  useEffect(() => {
    if (last !== null && last !== before.current) announce(spokenSeen(last));
    before.current = last;
  }, [last, announce]);
}

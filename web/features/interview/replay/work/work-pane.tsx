import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { classNames } from "../../../../ui/class-names.ts";
import { Kbd } from "../../../../ui/kbd.tsx";
import { StateMark } from "../../../../ui/state-mark.tsx";
import { clockTime } from "../../../../ui/stopwatch.ts";
import { MarkedText } from "./marked-text.tsx";
import type { Standing } from "./moments.ts";
import { Scrubber } from "./scrubber.tsx";

// it brings the layout of the canvas along
const Drawing = lazy(() => import("./drawing.tsx").then((module) => ({ default: module.Drawing })));

type Props = { standing: Standing; texts: readonly string[]; onMoment: (seq: number) => void };

/** Three of them stand beside the title on a phone. */
const NARROW = "max-sm:px-1.5";

const NAMES = { python: "The code", design: "The design" } as const;

/** What was made in the round as it stood at the chosen moment, with what had changed in it. */
export function WorkPane({ standing: { made, at }, texts, onMoment }: Props) {
  const { moments, language } = made;
  const [isDrawn, setDrawn] = useState(false);
  const moment = moments[at];
  if (!moment) return null;
  const text = texts[moment.text] ?? "";
  // what was tried stands as it was: the change before it is the one to see
  const before = moments.slice(0, at).findLast((each) => each.text !== moment.text);
  const name = NAMES[language];
  const go = (to: number) => {
    const next = moments[to];
    if (next) onMoment(next.seq);
  };
  return (
    <section
      aria-label={`${name} at this moment`}
      className="sheet bottom-0 z-10 mt-3 flex h-[42dvh] flex-col overflow-hidden max-lg:sticky lg:h-[calc(66dvh-190px)] lg:shrink-0 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-1 px-3 pt-2">
        <h3 className="num mr-auto text-[14px]">
          {name} at {clockTime(moment.atMs / 1000)}
          <span className="caption font-normal max-sm:hidden">
            {" "}
            · {at + 1} of {moments.length}
          </span>
        </h3>
        {language === "design" && (
          <Button
            look="quiet"
            className={classNames(NARROW, isDrawn && "bg-accent-wash")}
            aria-pressed={isDrawn}
            onClick={() => setDrawn(!isDrawn)}
          >
            Drawn
          </Button>
        )}
        <Step name={`${name} before`} isEnd={at === 0} onStep={() => go(at - 1)}>
          <Key keys="h" /> Before
        </Step>
        <Step name={`${name} after`} isEnd={at === moments.length - 1} onStep={() => go(at + 1)}>
          After <Key keys="l" />
        </Step>
      </div>
      {moment.verdict && (
        <p className="num px-3 text-[13.5px]">
          <StateMark tone={moment.verdict.tone}>{moment.verdict.said}</StateMark>
        </p>
      )}
      <Scrubber moments={moments} at={at} onAt={go} label={`Moment of ${name.toLowerCase()}`} />
      {text.trim() === "" ? (
        <p className="caption border-line border-t px-3 py-3">Nothing stood here yet.</p>
      ) : isDrawn && language === "design" ? (
        <Suspense fallback={<p className="late px-3 py-3 text-ink-2">Drawing it</p>}>
          <Drawing text={text} />
        </Suspense>
      ) : (
        <MarkedText
          text={text}
          before={before ? (texts[before.text] ?? "") : text}
          language={language}
          label={`${name} as it stood; read only`}
        />
      )}
    </section>
  );
}

const Key = ({ keys }: { keys: string }) => (
  <span className="max-sm:hidden">
    <Kbd keys={keys} bare />
  </span>
);

type StepProps = { name: string; isEnd: boolean; onStep: () => void; children: ReactNode };

/** Not disabled at the end: the focus stays where it is. */
const Step = ({ name, isEnd, onStep, children }: StepProps) => (
  <Button
    look="quiet"
    aria-label={name}
    aria-disabled={isEnd}
    className={classNames(NARROW, isEnd && "opacity-55")}
    onClick={onStep}
  >
    {children}
  </Button>
);

import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { SECONDS } from "../../../../src/features/stories/model/lengths.ts";
import { useAction } from "../../../shell/use-action.ts";
import { scored } from "../../../ui/figures.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK } from "../../../ui/next-card.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { StoryDetail, StoryLength, Telling } from "../types.ts";
import { LENGTHS, standingTone } from "../wording.ts";
import { CompetencyList } from "./competency-list.tsx";
import { Findings } from "./findings.tsx";
import { MarkedStory } from "./marked-story.tsx";
import { PartsBar } from "./parts-bar.tsx";
import { Probes } from "./probes.tsx";

type Props = { story: StoryDetail; telling: Telling };

/** How a telling is heard: its standing, its parts in proportion, what to mend, what it shows, what is asked next. */
export function StoryReading({ story, telling }: Props) {
  const { feedback } = telling;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section aria-label="Proportions" className="sheet mb-4 px-4 py-4 sm:px-6">
        <PartsBar feedback={feedback} />
      </section>
      <div className="grid items-start gap-4 lg:grid-cols-[1.2fr_1fr]">
        <section aria-label="Verdict" className="sheet min-w-0 px-4 py-4 sm:px-6 lg:order-2">
          <h2 ref={heading} tabIndex={-1} className="mb-2 outline-none">
            <StateMark tone={standingTone(feedback.standing)} className="text-lg">
              {feedback.standingSaid}
            </StateMark>
          </h2>
          <p className="caption num mb-3">
            {scored(feedback.score, feedback.se)} of 1 · {feedback.engine} reader
            {feedback.engine === "lexical" && ": the encoder is missing, see `holdout doctor`"}
          </p>
          <Findings findings={feedback.findings} />
        </section>
        <section aria-label="Your story" className="sheet min-w-0 px-4 py-4 sm:px-6 lg:order-1">
          <MarkedStory text={telling.text} feedback={feedback} />
        </section>
      </div>
      <CompetencyList competencies={feedback.competencies} />
      <Probes story={story} feedback={feedback} />
      <Onward story={story} telling={telling} />
    </>
  );
}

/** Again where it is not sound yet; else the next length. */
function Onward({ story: { id, tellings }, telling }: Props) {
  const navigate = useNavigate();
  const good = telling.feedback.standing === "strong" || telling.feedback.standing === "sound";
  // one that takes a minute needs no version of two
  const untold = LENGTHS.find(
    ({ id: length }) =>
      tellings.every((each) => each.length !== length) && SECONDS[length].most < telling.feedback.seconds,
  );
  const next: StoryLength = good && untold ? untold.id : telling.length;
  const search = next === "full" ? {} : { length: next };
  const name = LENGTHS.find((each) => each.id === next)?.name.toLowerCase();
  const label = next === telling.length ? "Tell it again" : `Tell it in ${name}`;
  useAction({ id: "stories.onward", label, keys: "n", group: "This story" }, () => {
    void navigate({ to: "/stories/$id", params: { id }, search });
  });
  return (
    <p className="mt-5">
      <Link to="/stories/$id" params={{ id }} search={search} className={`${NEXT_LINK} no-underline`}>
        {label} <Kbd keys="n" bare />
      </Link>
    </p>
  );
}

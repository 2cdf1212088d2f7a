import type { Ref } from "react";
import { Button } from "../../../../ui/button.tsx";
import type { Sitting } from "../use-sitting.ts";

type Props = { sitting: Sitting; ref: Ref<HTMLElement>; onClose: () => void };

/** The brief and every fact that was asked for, within reach in all phases. */
export function FactsPanel({ sitting: { detail, attempt }, ref, onClose }: Props) {
  const facts = factsOf(attempt.asked);
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-label="What you know"
      className="pane-scroll relative max-h-[42dvh] shrink-0 border-line bg-sheet px-4 py-3 outline-none max-lg:border-b lg:max-h-none lg:w-[300px] lg:border-l xl:w-[340px]"
    >
      <div className="mb-1 flex items-center justify-between">
        <h2 className="text-[14px] font-medium">What you know</h2>
        <Button look="quiet" onClick={onClose} className="-mr-2 !min-h-8 text-sm">
          Close
        </Button>
      </div>
      <p className="mb-3 text-[14px] whitespace-pre-line text-ink-2">{detail.brief.trim()}</p>
      {facts.length === 0 ? (
        <p className="caption">
          Each fact that you ask for is kept here, and stays in sight while you estimate and draw.
        </p>
      ) : (
        <dl className="text-[14px]">
          {facts.map(({ id, about, answer }) => (
            <div key={id} className="border-t border-line py-2">
              <dt className="font-medium">{about}</dt>
              <dd className="text-ink-2">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}

/** Each fact once, in the order of asking. */
export function factsOf(asked: Sitting["attempt"]["asked"]) {
  const facts = asked.flatMap(({ fact }) => fact ?? []);
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

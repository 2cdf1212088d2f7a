import { useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { InterviewHome, RoundKind } from "../types.ts";
import { addRound, changeRound, type DraftRound, MOST_ROUNDS, minutesFor, moveRound, removeRound } from "./plan.ts";
import { RoundRow } from "./round-row.tsx";
import type { Planning } from "./use-plan.ts";

type Props = { home: InterviewHome; planning: Planning };

/** The rounds of the mock: added, removed, moved, made longer or shorter. */
export function PlanEditor({ home, planning: { plan, change, chosen } }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string>(undefined);
  // what was moved takes the focus along, what was removed hands it on
  useEffect(() => {
    if (refocus.current === undefined) return;
    const find = (selector: string) => list.current?.querySelector<HTMLElement>(selector);
    (find(refocus.current) ?? find("button:not(:disabled)"))?.focus();
    refocus.current = undefined;
  });
  const move = (key: string, by: 1 | -1) => {
    refocus.current = `[data-key="${key}"] [data-move="${by}"]:not(:disabled), [data-key="${key}"] [data-move]:not(:disabled)`;
    change(moveRound(plan, key, by));
  };
  const remove = (key: string) => {
    const at = plan.findIndex((each) => each.key === key);
    const next = plan[at + 1] ?? plan[at - 1];
    refocus.current = `[data-key="${next?.key}"] [data-remove]`;
    change(removeRound(plan, key));
  };
  return (
    <section aria-labelledby="rounds" className="mb-6 min-w-0">
      <h2 id="rounds" className="mb-2 text-lg">
        Rounds
      </h2>
      <div className="sheet">
        <ol ref={list} aria-labelledby="rounds">
          {plan.map((round, at) => (
            <RoundRow
              key={round.key}
              round={round}
              at={at}
              of={plan.length}
              onMove={(by) => move(round.key, by)}
              onRemove={() => remove(round.key)}
              onChange={(part) => change(changeRound(plan, round.key, part))}
            />
          ))}
        </ol>
        {plan.length === 0 && (
          <p className="px-4 py-4 text-[14px] text-ink-2">No round yet. Add the first one below.</p>
        )}
        {plan.length < MOST_ROUNDS && (
          <AddRound home={home} role={chosen.role} onAdd={(round) => change(addRound(plan, round))} />
        )}
      </div>
    </section>
  );
}

type AddProps = { home: InterviewHome; role: string; onAdd: (round: Omit<DraftRound, "breakMinutes">) => void };

function AddRound({ home, role, onAdd }: AddProps) {
  const offered = home.kinds.filter(({ available }) => available);
  const [kind, setKind] = useState<RoundKind | undefined>(offered[0]?.kind);
  const chosen = offered.find((each) => each.kind === kind);
  if (!chosen) return null;
  const add = () =>
    onAdd({
      key: crypto.randomUUID(),
      kind: chosen.kind,
      title: chosen.title,
      minutes: minutesFor(chosen.kind, role, home.loops),
    });
  return (
    <div className="flex flex-wrap items-end gap-2 border-line border-t px-4 py-3">
      <ChoiceField
        label="Another round"
        value={chosen.kind}
        choices={offered.map((each) => ({ value: each.kind, name: each.title }))}
        onChoose={setKind}
      />
      <Button onClick={add} aria-label={`Add ${chosen.title}`}>
        Add it
      </Button>
    </div>
  );
}

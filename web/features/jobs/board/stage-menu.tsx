import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { STAGES } from "../../../../src/features/jobs/model/stages.ts";
import { type Application, ClosedWhy, type Stage } from "../../../../src/features/jobs/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { boardQuery, moveApplication } from "../queries.ts";
import { STAGE_NAMES, WHY_NAMES } from "../wording.ts";

type Props = { application: Pick<Application, "id" | "title" | "company" | "stage"> };

/** Moves an application by a native menu; closing it asks why. */
export function StageMenu({ application: { id, title, company, stage } }: Props) {
  const field = useId();
  const client = useQueryClient();
  const [closing, setClosing] = useState(false);
  const move = useMutation({
    mutationFn: moveApplication,
    onSuccess: (board) => {
      setClosing(false);
      client.setQueryData(boardQuery.queryKey, board);
    },
  });
  const choose = (to: Stage) => {
    if (to === "closed") setClosing(true);
    else move.mutate({ id, body: { stage: to } });
  };
  return (
    <div className="mt-2">
      <label htmlFor={field} className="sr-only">
        Stage of {title}, {company}
      </label>
      <select
        id={field}
        value={closing ? "closed" : stage}
        disabled={move.isPending}
        onChange={({ target }) => {
          setClosing(false);
          choose(target.value as Stage);
        }}
        className="h-9 w-full rounded-md border border-control bg-sheet px-2 text-[14px]"
      >
        {STAGES.map((each) => (
          <option key={each} value={each}>
            {each === stage ? STAGE_NAMES[each] : `Move to ${STAGE_NAMES[each].toLowerCase()}`}
          </option>
        ))}
      </select>
      {closing && stage !== "closed" && (
        <WhyClosed
          pending={move.isPending}
          onClose={(why) => move.mutate({ id, body: { stage: "closed", why } })}
          onLeave={() => setClosing(false)}
        />
      )}
      {move.error && <FailureNote error={move.error} />}
    </div>
  );
}

type WhyProps = { pending: boolean; onClose: (why: ClosedWhy) => void; onLeave: () => void };

function WhyClosed({ pending, onClose, onLeave }: WhyProps) {
  const field = useId();
  const [why, setWhy] = useState<ClosedWhy>("rejected");
  return (
    <fieldset
      className="settle mt-2 rounded-md border border-line bg-sunk p-2"
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      <legend className="sr-only">Why it is closed</legend>
      <label htmlFor={field} className="mb-1 block text-[13px] text-ink-2">
        Why is it closed?
      </label>
      <select
        id={field}
        // biome-ignore lint/a11y/noAutofocus: choosing "closed" leads on to its one question
        autoFocus
        value={why}
        onChange={({ target }) => setWhy(target.value as ClosedWhy)}
        className="mb-2 h-9 w-full rounded-md border border-control bg-sheet px-2 text-[14px]"
      >
        {ClosedWhy.options.map((each) => (
          <option key={each} value={each}>
            {WHY_NAMES[each]}
          </option>
        ))}
      </select>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={pending} onClick={() => onClose(why)}>
          Close it
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </fieldset>
  );
}

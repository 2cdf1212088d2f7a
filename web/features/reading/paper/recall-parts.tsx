import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { PART_WORDS, solidParts } from "../../../../src/features/reading/model/notes.ts";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { NEXT_LINK } from "../../../ui/next-card.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { paperQuery, roomKey, tellParts } from "../queries.ts";
import type { Paper, Part, PartsBody } from "../types.ts";
import { FreshRetelling } from "./retelling-result.tsx";
import { ThinNotes } from "./thin-notes.tsx";

/** The parts of a paper one by one, from memory; then the whole of it is told. */
export function RecallParts({ paper }: { paper: Paper }) {
  const [parts] = useState(() => solidParts(paper.notes));
  const [told, setTold] = useState<PartsBody["told"]>({});
  const [seconds, setSeconds] = useState(0);
  const [at, setAt] = useState(0);
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (body: PartsBody) => tellParts(paper.id, body),
    onSuccess: (review) => {
      client.setQueryData(paperQuery(paper.id).queryKey, (now) => now && { ...now, reviews: [review, ...now.reviews] });
      void client.invalidateQueries({ queryKey: [...roomKey.queryKey, "overview"] });
    },
  });
  const part = parts[at];
  const next = (text: string, secondsUsed: number) => {
    const [all, used] = [{ ...told, ...(part ? { [part]: text } : {}) }, seconds + secondsUsed];
    setTold(all);
    setSeconds(used);
    setAt(at + 1);
    if (at + 1 === parts.length) send.mutate({ told: all, secondsUsed: used });
  };
  if (send.data)
    return (
      <>
        <FreshRetelling review={send.data} />
        <Link
          to="/reading/$id"
          params={{ id: paper.id }}
          search={{ tell: "whole" }}
          className={`${NEXT_LINK} mt-4 no-underline`}
        >
          Now teach it back
        </Link>
      </>
    );
  if (send.error) return <FailureNote error={send.error} onRetry={() => send.mutate({ told, secondsUsed: seconds })} />;
  if (part === undefined && parts.length > 0) return <p className="late text-ink-2">Comparing with your notes …</p>;
  if (part === undefined || parts.length < 3) return <ThinNotes paper={paper} />;
  return <OnePart key={part} id={paper.id} part={part} at={at} of={parts.length} onNext={next} />;
}

type Props = { id: string; part: Part; at: number; of: number; onNext: (text: string, secondsUsed: number) => void };

function OnePart({ id, part, at, of, onNext }: Props) {
  const spoken = useSpokenText(`holdout.reading.${id}.${part}`);
  const go = (text: string) => {
    spoken.forget();
    onNext(text, spoken.secondsUsed());
  };
  return (
    <section aria-label={PART_WORDS[part].name}>
      <h2 className="text-lg">
        {PART_WORDS[part].name}{" "}
        <span className="num font-normal text-[14px] text-ink-3">
          {at + 1} of {of}
        </span>
      </h2>
      <p className="mb-2 text-ink-2">{PART_WORDS[part].asks} From memory: your notes are out of sight.</p>
      <SpokenForm
        room="reading"
        group="This paper"
        label={PART_WORDS[part].name}
        rows={5}
        spoken={spoken}
        targetWords={{ least: 15, most: 80 }}
        send={{ label: at + 1 === of ? "Compare with my notes" : "Next part", pendingLabel: "Comparing", run: go }}
        pending={false}
        error={null}
      >
        <button type="button" className="text-[14px] text-accent underline underline-offset-2" onClick={() => go("")}>
          I do not remember it
        </button>
      </SpokenForm>
    </section>
  );
}

import { useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../../../api/kept-text.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { askInterviewer } from "../../queries.ts";
import type { Attempt } from "../../types.ts";
import { useStep } from "../use-sitting.ts";

/** What the interviewer says where no fact was meant. */
export const NOT_UNDERSTOOD = "I am not sure what you mean. Ask for one thing, in other words.";

/** What they say where they believe to know what was meant. */
export const doYouMean = (meant: string): string => `I am not sure what you mean. Do you mean “${meant}”?`;

const LEAST_LENGTH = 2;
const joined = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join("\n");

/** A question as it is typed and asked. It is kept in this browser until it was answered; one that failed comes back into the box. */
export function useQuestion({ id }: Pick<Attempt, "id">) {
  const key = `holdout.design.ask.${id}`;
  const [text, setText] = useState(() => readText(key));
  const latest = useRef(text);
  latest.current = text;
  const announce = useAnnounce();
  const { mutate, isPending, error, variables } = useStep(id, (asked: string) => askInterviewer(id, asked), {
    onDone: (attempt) => {
      writeText(key, latest.current);
      announce(replyOf(attempt));
    },
    onFailed: (asked) => setText(joined(asked, latest.current)),
  });
  const asking = isPending ? variables : undefined;
  // Enter while the interviewer still thinks asks as soon as they have answered
  const waiting = useRef(false);
  const send = () => {
    mutate(text.trim());
    setText("");
  };
  const sendWaiting = useRef(send);
  sendWaiting.current = send;
  useEffect(() => {
    if (isPending || !waiting.current) return;
    waiting.current = false;
    if (!error) sendWaiting.current();
  }, [isPending, error]);
  return {
    text,
    /** On its way to the interviewer. */
    asking,
    error,
    ready: !isPending && text.trim().length >= LEAST_LENGTH,
    change(next: string) {
      waiting.current = false;
      setText(next);
      writeText(key, joined(asking, next));
    },
    ask() {
      if (text.trim().length < LEAST_LENGTH) return;
      if (isPending) waiting.current = true;
      else send();
    },
    /** Asks for something by its name, whatever stands in the box. */
    askFor(name: string) {
      if (!isPending) mutate(name);
    },
  };
}

/** One question may ask for several things: each has its answer. */
function replyOf({ asked }: Attempt): string {
  const last = asked.at(-1)?.at;
  const heard = asked.filter(({ at }) => at === last);
  const answers = heard.flatMap(({ fact }) => fact?.answer ?? []);
  const meant = heard.find((each) => each.meant !== null)?.meant;
  return answers.join(" ") || (meant ? doYouMean(meant) : NOT_UNDERSTOOD);
}

import { useEffect, useRef, useState } from "react";
import { countWords } from "../../../../src/lib/text.ts";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { DictateButton, DictationNotes, Interim } from "../../../ui/dictation-parts.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { SaveNote } from "../../../ui/save-note.tsx";
import type { Session } from "../types.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { RoundClock } from "./round-clock.ts";
import { Speak } from "./speak.tsx";
import { lastOf, type Unsent } from "./unsent.ts";
import { useBeat } from "./use-beat.ts";
import type { Sending } from "./use-courier.ts";
import { useWords, type Words } from "./use-words.ts";

const GROUP = "This round";
const MOST_TEXT = 20_000;

type Props = {
  session: Session;
  round: number;
  clock: RoundClock;
  unsent: Unsent;
  sending: Sending;
  /** The candidate begins to type or to speak. */
  onTaken: () => void;
};

/** The candidate's part of the talk: typed or dictated, kept as it comes, and said when the floor is yielded. */
export function Floor({ session, round, clock, unsent, sending, onTaken }: Props) {
  const words = useWords(session, round, clock);
  const { state, settled } = useBeat({ session, round, clock, words, unsent, isBusy: sending.isPending });
  const { text, dictation, delivery } = words;
  const [isSpeaking, setSpeaking] = useState(false);
  const speaks = useRef(isSpeaking);
  speaks.current = isSpeaking;
  const saying = sending.pending === "say";
  const say = async () => {
    const said = text.trim();
    // saying it now would empty the box before what is being spoken has come into it
    if (said === "" || isSpeaking || sending.isPending()) return;
    dictation.stop();
    // so that what the interviewer says in this very second is known before
    await settled();
    if (speaks.current) return;
    sending.send("say", { text: said, spoken: delivery(said), elapsedMs: clock.elapsedMs(), ...lastOf(unsent) });
  };
  useAction({ id: "interview.say", label: "Say it: yield the floor", keys: "Mod-Enter", group: GROUP }, say);
  useAction(
    { id: "interview.dictate", label: "Dictate, or stop", keys: "Alt-d", group: GROUP },
    dictation.offered ? dictation.toggle : undefined,
  );
  // with every word: the interviewer may begin to speak in the middle of a sentence
  useEffect(() => {
    if (text !== "" || dictation.on) onTaken();
  }, [text, dictation.on, onTaken]);
  return (
    <form
      aria-label="Your answer"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      {sending.elsewhere && <ElsewhereNote hasWords={text.trim() !== ""} onDismiss={sending.dismiss} />}
      <Box words={words} saying={saying} />
      <DictationNotes dictation={dictation} />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" look="primary" disabled={sending.pending !== null || isSpeaking || text.trim() === ""}>
          {saying ? "The interviewer listens" : "Say it"} <Kbd keys="Mod-Enter" bare />
        </Button>
        {isSpeaking && text.trim() !== "" ? (
          <p className="caption">It can be said once what you speak has become text.</p>
        ) : (
          <SaveNote state={state} />
        )}
      </div>
      <NotArrived sending={sending} />
      {/* the box is new once the words have arrived, and what was being spoken would go with the old one */}
      {!saying && <Speak id={session.id} onSaid={words.add} onBusy={setSpeaking} />}
    </form>
  );
}

/** What was sent and has not arrived, or was turned away. */
function NotArrived({ sending: { waiting, refused, hurry } }: { sending: Sending }) {
  const error = waiting ?? refused;
  if (error === null) return null;
  return (
    <div className="mt-3">
      <FailureNote error={error} {...(waiting === null ? {} : { onRetry: hurry })} />
      {waiting !== null && <p className="caption mt-1">It is kept, and sent again by itself.</p>}
    </div>
  );
}

function Box({ words, saying }: { words: Words; saying: boolean }) {
  const { text, change, dictation } = words;
  const box = useRef<HTMLTextAreaElement>(null);
  // the box is new with each turn; the question stays in sight: a phone would scroll past it to the box
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useAction({ id: "interview.words", label: "To your words", keys: "Alt-w", group: GROUP }, () => box.current?.focus());
  const count = countWords(text);
  return (
    <div className="sheet overflow-hidden focus-within:border-accent">
      <textarea
        ref={box}
        aria-label="Your words"
        placeholder={
          dictation.offered ? "Think as long as you like; then type, or dictate" : "Think as long as you like"
        }
        value={text}
        rows={6}
        spellCheck
        maxLength={MOST_TEXT}
        // not disabled: the focus stays where it is
        readOnly={saying}
        onChange={(event) => change(event.target.value)}
        className="block w-full resize-y bg-transparent px-4 py-3 text-[16px] leading-7 outline-none placeholder:text-ink-3 read-only:text-ink-2"
      />
      <Interim dictation={dictation} />
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-1.5">
        <p className="caption num">{count > 0 ? `${count} ${count === 1 ? "word" : "words"}` : "Silence is fine."}</p>
        <DictateButton dictation={dictation} />
      </div>
    </div>
  );
}

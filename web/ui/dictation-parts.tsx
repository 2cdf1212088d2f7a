import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import type { Dictation } from "./dictation.ts";
import { MicrophoneIcon } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";

type Props = { dictation: Dictation };

/** Starts and stops dictation, where the browser offers it. */
export function DictateButton({ dictation: { offered, on, toggle } }: Props) {
  if (!offered) return null;
  return (
    <Button look="quiet" onClick={toggle} aria-pressed={on} data-dictate>
      <MicrophoneIcon /> {on ? "Stop" : "Dictate"} <Kbd keys="Alt-d" />
    </Button>
  );
}

/** What is being said and may still change. */
export function Interim({ dictation: { interim } }: Props) {
  return interim && <p className="px-4 pb-2 text-[16px] leading-7 text-ink-3">{interim}</p>;
}

/** Where the sound goes while one dictates, and why it failed. */
export function DictationNotes({ dictation: { on, failure } }: Props) {
  return (
    <>
      {on && (
        <p className="caption mt-1">
          Your browser turns speech into text; some browsers send the sound to their maker for that. Nothing of it goes
          through Holdout.
        </p>
      )}
      {failure && (
        <Callout tone="part" className="mt-2">
          <p role="alert">{failure}</p>
        </Callout>
      )}
    </>
  );
}

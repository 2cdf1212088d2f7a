import { useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../../api/kept-text.ts";
import type { Transcriber } from "../../../api/transcriber.ts";
import { Button, TextButton } from "../../button.tsx";
import { Callout } from "../../callout.tsx";
import { isDictationOffered } from "../../dictation.ts";
import { FailureNote } from "../../failure-note.tsx";
import { MicrophoneIcon } from "../../icons.tsx";
import { Kbd } from "../../kbd.tsx";
import { clockTime } from "../../stopwatch.ts";
import { canRecord } from "./microphone.ts";
import type { Said } from "./said.ts";
import { type Engine, type Recorder, useRecorder } from "./use-recorder.ts";
import { press, release, useTalkKey } from "./use-talk-key.ts";

type Props = {
  /** Who hears a recording on the server's side (`transcriberAt`); undefined where nobody is set. */
  transcriber: Transcriber | undefined;
  /** Called once for each recording that was understood. */
  onSaid: (said: Said) => void;
  /** Whether something is being recorded or heard: what takes the recorder off the page meanwhile loses it. */
  onBusy?: (busy: boolean) => void;
  /** Push to talk: hold it, or tap it to start and to stop. */
  keys?: string;
};

const noted = () => {};
const PREFERENCE = "speech-engine";

/**
 * Records an answer and makes words of it: by the transcriber where one is set, else by the browser's dictation. Where neither is
 * there it says so, and that typing works. It changes no text itself.
 */
export function SpokenRecorder({ transcriber, onSaid, onBusy = noted, keys = "Alt-r" }: Props) {
  const [preferred, setPreferred] = useState(() => readText(PREFERENCE));
  const offered = enginesFor(transcriber);
  const engine = offered.find((each) => each === preferred) ?? offered[0];
  if (!engine) return <NoEngine />;
  const other = offered.find((each) => each !== engine);
  const change = (next: Engine) => {
    setPreferred(next);
    writeText(PREFERENCE, next);
  };
  return (
    <Talk engine={engine} transcriber={transcriber} onSaid={onSaid} onBusy={onBusy} keys={keys}>
      {other && (
        <TextButton onClick={() => change(other)}>
          {other === "server" ? "Use the transcriber instead" : "Use the browser’s dictation instead"}
        </TextButton>
      )}
    </Talk>
  );
}

function enginesFor(transcriber: Transcriber | undefined): Engine[] {
  if (!canRecord()) return [];
  // who has set a transcriber means it: a browser's dictation may send the sound to its maker
  return [...(transcriber ? ["server" as const] : []), ...(isDictationOffered() ? ["browser" as const] : [])];
}

function NoEngine() {
  return (
    <p className="caption">
      {canRecord()
        ? "This browser has no dictation, and no transcriber is set in the settings. Typing always works."
        : "This browser cannot record. Typing always works."}
    </p>
  );
}

type TalkProps = Required<Props> & { engine: Engine; children: React.ReactNode };

function Talk({ engine, transcriber, onSaid, onBusy, keys, children }: TalkProps) {
  const recorder = useRecorder({ engine, transcriber, onSaid });
  useTalkKey(keys, recorder);
  const { phase, interim, failure, retry, cancel } = recorder;
  const isBusy = phase !== "idle";
  useEffect(() => {
    onBusy(isBusy);
    return () => onBusy(false);
  }, [isBusy, onBusy]);
  return (
    <section aria-label="Speak" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <TalkButton recorder={recorder} keys={keys} />
        {phase === "recording" && <Elapsed recorder={recorder} />}
        {isBusy && (
          <Button look="quiet" onClick={cancel}>
            Cancel <Kbd keys="Escape" />
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {STATUS[phase]}
      </p>
      {phase === "recording" && interim !== "" && <p className="leading-7 text-ink-3">{interim}</p>}
      <p className="caption max-w-[68ch]">
        {engine === "browser"
          ? "Your browser turns speech into text; some browsers send the sound to their maker for that."
          : transcriber?.sent}{" "}
        {phase === "idle" && children}
      </p>
      <Failure failure={failure} {...(retry ? { retry } : {})} />
    </section>
  );
}

const STATUS: Record<Recorder["phase"], string> = {
  idle: "",
  opening: "Waiting for the microphone.",
  recording: "Recording.",
  hearing: "Turning it into text.",
};
const LABELS: Record<Recorder["phase"], string> = {
  idle: "Speak",
  opening: "Opening the microphone",
  recording: "Stop",
  hearing: "Turning it into text",
};

/** Hold it and let go, or click to start and to stop. */
function TalkButton({ recorder, keys }: { recorder: Recorder; keys: string }) {
  const pressedAt = useRef<number>(undefined);
  const byPointer = useRef(false);
  const { phase } = recorder;
  return (
    <Button
      aria-pressed={phase === "recording"}
      aria-disabled={phase === "opening" || phase === "hearing"}
      data-speak
      onPointerDown={({ button }) => {
        if (button !== 0) return;
        byPointer.current = true;
        press(recorder, pressedAt);
      }}
      onPointerLeave={() => {
        byPointer.current = false;
      }}
      onPointerUp={() => release(recorder, pressedAt)}
      onClick={() => {
        // a click by keys or by a screen reader has no pointer before it
        if (!byPointer.current) press(recorder, { current: undefined });
        byPointer.current = false;
      }}
    >
      <MicrophoneIcon /> {LABELS[phase]} <Kbd keys={keys} />
    </Button>
  );
}

/** How long it runs, and how loud it is: the level moves without rendering anything anew. */
function Elapsed({ recorder: { seconds, level } }: { recorder: Recorder }) {
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let frame = 0;
    const show = () => {
      if (meter.current) meter.current.value = level();
      frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return (
    <>
      <span className="num text-sm" role="timer" aria-label="Recorded">
        {clockTime(seconds)}
      </span>
      <meter ref={meter} aria-label="Loudness" min={0} max={1} className="h-1.5 w-24" />
    </>
  );
}

function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  if (failure === undefined) return null;
  if (typeof failure !== "string") return <FailureNote error={failure} {...(retry ? { onRetry: retry } : {})} />;
  return (
    <Callout tone="part">
      <p role="alert">{failure}</p>
    </Callout>
  );
}

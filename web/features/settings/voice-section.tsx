import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { transcriberAt, transcriberQuery } from "../../api/transcriber.ts";
import { FailureNote } from "../../ui/failure-note.tsx";
import { SpokenRecorder } from "../../ui/spoken/recorder/recorder.tsx";
import type { Said } from "../../ui/spoken/recorder/said.ts";
import type { TranscriberShown } from "./types.ts";
import { VoiceForm } from "./voice-form.tsx";

/** Who turns speech into text, where browser dictation is not there or not wanted. */
export function VoiceSection() {
  const { data, error, refetch } = useQuery(transcriberQuery);
  return (
    <section aria-label="Speech" className="mt-10">
      <h2 className="mb-1 text-lg">Speech</h2>
      <p className="mb-4 max-w-[68ch] text-ink-2">
        Answers can be typed or spoken. Where your browser has no dictation, or you do not want it, a server of your
        choice turns speech into text, or a Whisper on this machine. Off until you set it.
      </p>
      {data ? (
        <>
          <VoiceForm key={JSON.stringify(data.configured)} shown={data} />
          <p className="mt-4 max-w-[68ch] text-sm">
            <b className="font-medium">What is sent.</b> {data.sent}
          </p>
          <Local shown={data} />
          <TryIt shown={data} />
        </>
      ) : error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="skeleton late h-48 w-full" />
      )}
    </section>
  );
}

function Local({ shown: { local, used } }: { shown: TranscriberShown }) {
  if (local === null)
    return (
      <p className="caption mt-2 max-w-[68ch]">
        No local Whisper was found. It needs whisper.cpp (<code>whisper-cli</code> on PATH, or HOLDOUT_WHISPER) and
        HOLDOUT_WHISPER_MODEL with the file of a model.
      </p>
    );
  return (
    <p className="caption mt-2 max-w-[68ch] break-words">
      On this machine: {local}. {used === "local" ? "It is used." : "It is used once no server is set."}
    </p>
  );
}

/** A recording that is thrown away, to see whether microphone and transcriber work before a mock. */
function TryIt({ shown }: { shown: TranscriberShown }) {
  const [said, setSaid] = useState<Said>();
  return (
    <div className="mt-4">
      <h3 className="mb-2 font-medium">Try it</h3>
      <SpokenRecorder transcriber={transcriberAt("/api/settings/transcriber/try", shown)} onSaid={setSaid} />
      {said && (
        <div aria-live="polite" className="sheet mt-3 px-4 py-3">
          <p className="leading-7">{said.text}</p>
          {said.spoken && <p className="caption num mt-1">{spokenWords(said.spoken)}</p>}
        </div>
      )}
    </div>
  );
}

function spokenWords({ seconds, pauses }: NonNullable<Said["spoken"]>): string {
  const told = `${seconds.toFixed(1)} s from the first word to the last`;
  return pauses.length === 0 ? told : `${told}, pauses of ${pauses.map((each) => each.toFixed(1)).join(", ")} s`;
}

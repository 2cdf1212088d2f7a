import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readText, writeText } from "../../../api/kept-text.ts";
import { transcriberAt, transcriberQuery } from "../../../api/transcriber.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { SpokenRecorder } from "../../../ui/spoken/recorder/recorder.tsx";
import type { Said } from "../../../ui/spoken/recorder/said.ts";
import { keepRecording, transcribePath } from "../queries.ts";

const KEEPS = "interview-keeps-recordings";

type Props = { id: string; onSaid: (said: Said) => void; onBusy: (busy: boolean) => void };

/** Speaking instead of typing, where a transcriber is set in the settings; recordings are kept only where that is wished for. */
export function Speak({ id, onSaid, onBusy }: Props) {
  const { data } = useQuery(transcriberQuery);
  const [keeps, setKeeps] = useState(() => readText(KEEPS) === "yes");
  const [failure, setFailure] = useState<Error | null>(null);
  const transcriber = transcriberAt(transcribePath(id), data);
  if (!transcriber) return null;
  const said = (heard: Said) => {
    onSaid(heard);
    setFailure(null);
    if (keeps) keepRecording(id, heard.audio).catch(setFailure);
  };
  return (
    <div className="mt-4 grid gap-2">
      <SpokenRecorder transcriber={transcriber} onSaid={said} onBusy={onBusy} keys="Alt-s" />
      <label className="caption flex items-center gap-2">
        <input
          type="checkbox"
          checked={keeps}
          onChange={({ target }) => {
            setKeeps(target.checked);
            writeText(KEEPS, target.checked ? "yes" : "no");
          }}
        />
        Keep my recordings on this machine, to hear them after the round
      </label>
      {failure && <FailureNote error={failure} />}
    </div>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { getResume, sendResume } from "../queries.ts";
import type { Portfolio } from "../types.ts";

type Props = { resume: Portfolio["resume"]; onTaken: (portfolio: Portfolio) => void };

/** JSON Resume in and out. */
export function ResumePart({ resume, onTaken }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const take = useMutation({ mutationFn: async (file: File) => sendResume(await file.text()), onSuccess: onTaken });
  const give = useMutation({
    mutationFn: getResume,
    onSuccess: ({ text }) => saveFile("resume.json", new Blob([text], { type: "application/json" })),
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="sr-only">
        A file in the form of JSON Resume
      </label>
      <input
        id={id}
        ref={input}
        type="file"
        accept="application/json,.json"
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) take.mutate(file);
          target.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={take.isPending}>
        {resume ? "Replace the CV" : "Take in a CV (JSON Resume)"}
      </Button>
      {resume && (
        <Button onClick={() => give.mutate()} disabled={give.isPending}>
          Download it with the projects
        </Button>
      )}
      <span className="text-[14px] text-ink-3">{resume ? `CV of ${resume.name || "nobody named"}` : ""}</span>
      {(take.error ?? give.error) && (
        <div className="w-full">
          <FailureNote error={take.error ?? give.error} />
        </div>
      )}
    </div>
  );
}

import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type RefObject, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { addProject } from "../queries.ts";
import { ScanFailure } from "../scan-failure.tsx";
import { useScan } from "../use-scan.ts";
import { originOf } from "../wording.ts";
import { GitHubProjects } from "./github-projects.tsx";

const field = "h-10 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[15px]";

/** A folder or an address to read, or work that is only told. */
export function AddProject({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const navigate = useNavigate();
  const scan = useScan(addProject, ({ project }) => navigate({ to: "/portfolio/$id", params: { id: project.id } }));
  const read = (event: FormEvent) => {
    event.preventDefault();
    scan.start({ origin: originOf(typed) });
  };
  const tell = (event: FormEvent) => {
    event.preventDefault();
    scan.start({ origin: { kind: "told" }, name });
  };
  return (
    <section aria-label="Add a project" className="grid gap-3">
      <form onSubmit={read} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <label htmlFor={id} className="text-[14px] text-ink-2 sm:col-span-2">
          Folder on this machine, or address of a Git repository
        </label>
        <input
          id={id}
          ref={fieldRef}
          value={typed}
          required
          placeholder="~/code/bike-demand or https://github.com/you/bike-demand"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
          className={field}
        />
        {scan.running ? (
          <Button className="min-h-10" onClick={scan.stop}>
            Stop
          </Button>
        ) : (
          <Button type="submit" className="min-h-10" disabled={typed.trim() === ""}>
            Read it
          </Button>
        )}
      </form>
      <p role="status" aria-live="polite" className="min-h-[20px] text-[14px] text-ink-2">
        {scan.said && `${scan.said} …`}
      </p>
      {scan.error && <ScanFailure error={scan.error} />}
      <details className="text-[14px]">
        <summary className="cursor-pointer text-ink-2">Choose from your public repositories on GitHub</summary>
        <GitHubProjects disabled={scan.running} onChoose={(url) => scan.start({ origin: { kind: "url", url } })} />
      </details>
      <details className="text-[14px]">
        <summary className="cursor-pointer text-ink-2">Work whose code you cannot show</summary>
        <form onSubmit={tell} className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
          <label htmlFor={`${id}-name`} className="sr-only">
            Name of the project
          </label>
          <input
            id={`${id}-name`}
            value={name}
            required
            maxLength={120}
            placeholder="Name of the project"
            onChange={({ target }) => setName(target.value)}
            className={field}
          />
          <Button type="submit" className="min-h-10" disabled={name.trim() === "" || scan.running}>
            Tell it
          </Button>
        </form>
      </details>
    </section>
  );
}

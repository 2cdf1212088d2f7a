import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { listOnGitHub } from "../queries.ts";
import type { GitHubUser } from "../types.ts";

type Props = { disabled: boolean; onChoose: (url: string) => void };

/** What a user shows on GitHub, to choose from. GitHub is asked only when the form is sent. */
export function GitHubProjects({ disabled, onChoose }: Props) {
  const id = useId();
  const [user, setUser] = useState("");
  const list = useMutation({ mutationFn: listOnGitHub });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    list.mutate(user.trim());
  };
  return (
    <div className="mt-2 grid gap-2">
      <form onSubmit={ask} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <label htmlFor={id} className="sr-only">
          GitHub user
        </label>
        <input
          id={id}
          value={user}
          required
          maxLength={60}
          placeholder="Name of the user"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setUser(target.value)}
          className="h-10 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[15px]"
        />
        <Button type="submit" className="min-h-10" disabled={user.trim() === "" || list.isPending}>
          Ask GitHub
        </Button>
      </form>
      {list.error && <FailureNote error={list.error} />}
      {list.data && <Found found={list.data} disabled={disabled} onChoose={onChoose} />}
    </div>
  );
}

function Found({ found: { repositories, collaboration, limits }, disabled, onChoose }: Props & { found: GitHubUser }) {
  return (
    <section aria-label="On GitHub">
      {collaboration && (
        <p className="mb-2 text-ink-2">
          For others: {counted(collaboration.pullRequests, "merged pull request")},{" "}
          {counted(collaboration.reviews, "review")}, {counted(collaboration.issues, "issue")}.
        </p>
      )}
      {limits.map((limit) => (
        <p key={limit} className="mb-2 text-part">
          {limit}
        </p>
      ))}
      {repositories.length === 0 ? (
        <p className="text-ink-2">There is no public repository that is not a fork.</p>
      ) : (
        <ul className="sheet divide-y divide-line">
          {repositories.map(({ name, url, description, language, stars }) => (
            <li key={url} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-[220px]">
                <p className="break-words font-medium">{name}</p>
                <p className="break-words text-ink-2">{description}</p>
              </div>
              <span className="num pt-0.5 text-[13px] text-ink-3">
                {language ?? "no code"}, {counted(stars, "star")}
              </span>
              <Button disabled={disabled} onClick={() => onChoose(url)} aria-label={`Read ${name}`}>
                Read it
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

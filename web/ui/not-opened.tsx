import type { ReactNode } from "react";
import { ApiError } from "../api/client.ts";
import { FailureNote } from "./failure-note.tsx";

type Props = { error: unknown; noun: string; onRetry: () => void; children?: ReactNode };

/** A page whose one thing is not there, or does not come; `children` lead on. */
export function NotOpened({ error, noun, onRetry, children }: Props) {
  const unknown = error instanceof ApiError && error.status === 404;
  return (
    <>
      <h1 className="mb-3 text-2xl">{unknown ? `No such ${noun}` : `This ${noun} does not open`}</h1>
      <FailureNote error={error} {...(unknown ? {} : { onRetry })} />
      {children}
    </>
  );
}

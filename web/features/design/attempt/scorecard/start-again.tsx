import { Link } from "@tanstack/react-router";
import { Button } from "../../../../ui/button.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { useBegin } from "../use-begin.ts";

/** A fresh attempt on the same case, or back to all. */
export function StartAgain({ slug }: { slug: string }) {
  const { mutate, isPending, error } = useBegin(slug);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={() => mutate()} disabled={isPending}>
        Start again
      </Button>
      <Link to="/design" className="text-accent underline underline-offset-2">
        All cases
      </Link>
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { attemptQuery } from "../queries.ts";
import type { ConceptDetail } from "../types.ts";
import { Result } from "./result.tsx";

/** An explanation as it was read, fresh or from an earlier day. */
export function AttemptResult({ concept, id }: { concept: ConceptDetail; id: string }) {
  const { data, error, refetch } = useQuery(attemptQuery(id));
  if (data) return <Result concept={concept} attempt={data} />;
  if (error) return <FailureNote error={error} onRetry={() => void refetch()} />;
  return <div aria-busy="true" className="late skeleton h-40 w-full" />;
}

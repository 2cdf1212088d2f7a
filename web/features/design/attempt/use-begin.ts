import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { casesQuery } from "../cases-query.ts";
import { attemptKey, beginAttempt, caseQuery } from "../queries.ts";

/** Begins an attempt on a case and opens it. */
export function useBegin(slug: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => beginAttempt(slug),
    onSuccess: (attempt) => {
      client.setQueryData(attemptKey(attempt.id), attempt);
      // at once, so that the case opens there too
      client.setQueryData(caseQuery(slug).queryKey, (before) => before && { ...before, open: attempt.id });
      void client.invalidateQueries({ queryKey: casesQuery.queryKey });
      void navigate({ to: "/design/$slug", params: { slug }, search: { attempt: attempt.id } });
    },
  });
}

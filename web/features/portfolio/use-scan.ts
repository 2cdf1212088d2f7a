import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { portfolioQuery, projectQuery } from "./queries.ts";
import type { ProjectDetail } from "./types.ts";

type Follow = { onProgress: (said: string) => void; signal: AbortSignal };

/** A reading under way: what it says, how to call it off, and what came of it in the cache. */
export function useScan<Asked>(
  scan: (asked: Asked, follow: Follow) => Promise<ProjectDetail>,
  onDone: (detail: ProjectDetail) => void,
) {
  const client = useQueryClient();
  const [said, setSaid] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const mutation = useMutation({
    mutationFn: (asked: Asked) => {
      abort.current = new AbortController();
      return scan(asked, { onProgress: setSaid, signal: abort.current.signal });
    },
    onSuccess: async (detail) => {
      client.setQueryData(projectQuery(detail.project.id).queryKey, detail);
      await client.invalidateQueries({ queryKey: portfolioQuery.queryKey, exact: true });
      onDone(detail);
    },
    onSettled: () => setSaid(undefined),
  });
  const stopped = mutation.error instanceof DOMException && mutation.error.name === "AbortError";
  return {
    start: mutation.mutate,
    stop: () => abort.current?.abort(),
    running: mutation.isPending,
    said,
    error: stopped ? null : mutation.error,
  };
}

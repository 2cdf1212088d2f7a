import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { addPosting, postingQuery, postingsQuery } from "./queries.ts";
import type { PostingBody } from "./types.ts";

/** Keeps a description and opens what it asks for. */
export function useAddPosting(onAdded?: (body: PostingBody) => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: addPosting,
    onSuccess: (detail, body) => {
      onAdded?.(body);
      client.setQueryData(postingQuery(detail.posting.id).queryKey, detail);
      void client.invalidateQueries({ queryKey: postingsQuery.queryKey, exact: true });
      void navigate({ to: "/jobs/tailor/$id", params: { id: detail.posting.id } });
    },
  });
}

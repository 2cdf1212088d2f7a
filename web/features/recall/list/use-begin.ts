import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { askNext } from "../queries.ts";
import { newSession } from "../session.ts";

export type Begin = { start: () => void; pending: boolean; nothing: boolean; error: Error | null };

/** Begins a session with what should be asked first. */
export function useBegin(): Begin {
  const navigate = useNavigate();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => {
      newSession();
      return askNext([]);
    },
    onSuccess: ({ next }) => {
      if (next) void navigate({ to: "/recall/$slug", params: { slug: next.slug } });
    },
  });
  return { start: useCallback(() => mutate(), [mutate]), pending: isPending, nothing: data?.next === null, error };
}

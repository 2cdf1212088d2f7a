import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../../api/client.ts";
import { forgetReplied } from "./kept.ts";
import { diagnosticHomeQuery, diagnosticQuery, endDiagnostic, sendReply } from "./queries.ts";
import type { Diagnostic, ReplyBody } from "./types.ts";

/** Sends replies and the end; a question that was answered in another tab is left behind, and that is told. */
export function useReply({ id }: Pick<Diagnostic, "id">) {
  const client = useQueryClient();
  const [elsewhere, setElsewhere] = useState(false);
  const onSuccess = (diagnostic: Diagnostic) => {
    setElsewhere(false);
    forgetReplied(diagnostic);
    client.setQueryData(diagnosticQuery(id).queryKey, diagnostic);
    if (diagnostic.map) void client.invalidateQueries({ queryKey: diagnosticHomeQuery.queryKey, exact: true });
  };
  const reply = useMutation({
    mutationFn: (body: ReplyBody) => sendReply(id, body),
    onSuccess,
    onError: (error) => {
      if (!isAnswered(error)) return;
      setElsewhere(true);
      void client.invalidateQueries({ queryKey: diagnosticQuery(id).queryKey });
    },
  });
  const end = useMutation({ mutationFn: () => endDiagnostic(id), onSuccess });
  return { reply, end, elsewhere, error: isAnswered(reply.error) ? end.error : (reply.error ?? end.error) };
}

function isAnswered(error: unknown): boolean {
  return error instanceof ApiError && error.code === "question-answered";
}

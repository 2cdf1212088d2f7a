import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { attemptQuery, conceptQuery, conceptsQuery, sendExplanation } from "../queries.ts";
import type { ConceptDetail } from "../types.ts";

type Props = { slug: string; listener: ConceptDetail["listeners"][number] };

/** The explanation as it comes. Which words this listener does not know is not told before. */
export function ExplainForm({ slug, listener: { audience, words } }: Props) {
  const spoken = useSpokenText(`holdout.explain.draft.${slug}.${audience}`);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string) => sendExplanation(slug, { audience, text, secondsUsed: spoken.secondsUsed() }),
    onSuccess: (read) => {
      spoken.forget();
      client.setQueryData(attemptQuery(read.id).queryKey, read);
      void client.invalidateQueries({ queryKey: conceptsQuery.queryKey });
      void client.invalidateQueries({ queryKey: conceptQuery(slug).queryKey });
      return navigate({ to: "/explain/$slug", params: { slug }, search: { audience, attempt: read.id } });
    },
  });
  const [least, most] = words;
  return (
    <SpokenForm
      room="explain"
      group="This concept"
      label="Your explanation"
      rows={10}
      spoken={spoken}
      targetWords={{ least, most }}
      send={{ label: "Ask how it came across", pendingLabel: "Listening", run: mutate }}
      pending={isPending}
      error={error}
    >
      <p className="caption max-w-[60ch]">
        Speak to this person. What had to come across, and the words they do not know, are told afterwards.
      </p>
    </SpokenForm>
  );
}

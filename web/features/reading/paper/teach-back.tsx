import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FEWEST_PARTS, solidParts } from "../../../../src/features/reading/model/notes.ts";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { paperQuery, roomKey, teachBack } from "../queries.ts";
import type { Listener, Paper, Review } from "../types.ts";
import { LISTENER_NAMES } from "../wording.ts";
import { FreshRetelling } from "./retelling-result.tsx";
import { ThinNotes } from "./thin-notes.tsx";

/** The paper told to somebody as a whole, with the notes out of sight. */
export function TeachBack({ paper }: { paper: Paper }) {
  const [heard, setHeard] = useState<Review>();
  if (heard)
    return (
      <>
        <FreshRetelling review={heard} />
        <Button className="mt-4" onClick={() => setHeard(undefined)}>
          Tell it again
        </Button>
      </>
    );
  if (solidParts(paper.notes).length < FEWEST_PARTS) return <ThinNotes paper={paper} />;
  return <Telling paper={paper} onHeard={setHeard} />;
}

function Telling({ paper: { id }, onHeard }: { paper: Paper; onHeard: (review: Review) => void }) {
  const [listener, setListener] = useState<Listener>("colleague");
  const spoken = useSpokenText(`holdout.reading.${id}.whole`);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string) => teachBack(id, { listener, text, secondsUsed: spoken.secondsUsed() }),
    onSuccess: (review) => {
      spoken.forget();
      client.setQueryData(paperQuery(id).queryKey, (now) => now && { ...now, reviews: [review, ...now.reviews] });
      void client.invalidateQueries({ queryKey: [...roomKey.queryKey, "overview"] });
      onHeard(review);
    },
  });
  return (
    <section aria-labelledby="teach">
      <h2 id="teach" className="text-lg">
        Teach it back
      </h2>
      <p className="mb-2 max-w-[70ch] text-ink-2">
        Problem, method, result, limit and relation, so that your listener could tell it on. Your notes are out of
        sight.
      </p>
      <div className="mb-3">
        <ChoiceField
          label="I tell it to"
          place="beside"
          value={listener}
          choices={LISTENER_NAMES}
          onChoose={setListener}
        />
      </div>
      <SpokenForm
        room="reading"
        group="This paper"
        label="Your retelling"
        rows={12}
        spoken={spoken}
        targetWords={{ least: 80, most: 260 }}
        send={{ label: "Ask what came across", pendingLabel: "Listening", run: mutate }}
        pending={isPending}
        error={error}
      />
    </section>
  );
}

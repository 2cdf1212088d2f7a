import type { BankDrill } from "../../shared/content/explain-bank.ts";
import { listenerOf } from "./deps.ts";
import { type Ask, nextAsk } from "./model/next-ask.ts";
import type { Told } from "./read.ts";
import type { CheckedExplanation, ReadAttempt, Reading } from "./schema.ts";
import type { StoredExplanation } from "./stored.ts";

/** What the listener of an explanation asks next. */
export function askAfter(
  { listener }: Pick<Told, "listener">,
  { feedback }: Pick<StoredExplanation, "feedback">,
): Ask | null {
  const asked = feedback.followUps.map(({ ask }) => ask);
  return nextAsk(listener, feedback.reading.criteria, asked);
}

/** An explanation with all that is to be learned from it; undefined where its drill has lost the listener. */
export function shownOf(found: BankDrill, attempt: StoredExplanation): ReadAttempt | undefined {
  const listener = listenerOf(found, attempt.audience);
  if (!listener) return undefined;
  const told = { drill: found.drill, listener };
  const { reading, followUps } = attempt.feedback;
  return {
    id: attempt.id,
    at: attempt.explainedAt,
    secondsUsed: attempt.secondsUsed,
    followUps,
    ...checkedOf(told, { slug: found.slug, text: attempt.text, reading }),
    nextAsk: askAfter({ listener }, attempt)?.ask ?? null,
  };
}

export function checkedOf(
  { drill, listener }: Told,
  { slug, text, reading }: { slug: string; text: string; reading: Reading },
): CheckedExplanation {
  const { criteria, distortions, suspected, ...rest } = reading;
  const told = (found: typeof distortions) =>
    found.flatMap(({ id, span }) => {
      const distortion = listener.distortions.find((each) => each.id === id);
      return distortion ? [{ id, span, says: distortion.says, whyWrong: distortion.why_wrong }] : [];
    });
  return {
    slug,
    title: drill.title,
    audience: listener.audience,
    situation: listener.situation,
    text,
    reading: rest,
    criteria: criteria.flatMap((result) => {
      const criterion = listener.rubric.find(({ id }) => id === result.id);
      return criterion ? [{ ...result, metWhen: criterion.met_when, say: criterion.say }] : [];
    }),
    distortions: told(distortions),
    suspected: told(suspected),
    concept: drill.concept,
    pictures: drill.analogies.map(({ picture, holds, breaks, misleads }) => ({ picture, holds, breaks, misleads })),
    reference: listener.reference,
    sources: drill.sources,
    nextAsk: nextAsk(listener, criteria, [])?.ask ?? null,
  };
}

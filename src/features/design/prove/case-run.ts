/** A design, in a world, under a seed: what one run of a proof stands on. */
export type CaseRun = { slug: string; name: string; text: string; seed: number };

/** What a run of a proof showed: objectives missed, each in words. */
export type RunOutcome = { seed: number; missed: { id: string; words: string }[] };

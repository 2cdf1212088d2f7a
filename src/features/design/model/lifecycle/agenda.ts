/** What is to happen, by time, then in the order in which it was written down. Seconds. */
export type Agenda = { entries: { at: number; act: () => void }[] };

export function schedule(agenda: Agenda, at: number, act: () => void): void {
  const { entries } = agenda;
  let place = entries.length;
  while (place > 0 && (entries[place - 1]?.at ?? 0) > at) place--;
  entries.splice(place, 0, { at, act });
}

/** Takes out the next entry at or before a time. */
export function nextBy(agenda: Agenda, at: number): { at: number; act: () => void } | undefined {
  const [first] = agenda.entries;
  return first && first.at <= at ? agenda.entries.shift() : undefined;
}

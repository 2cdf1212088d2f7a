import type { AskedSkill, PostingDetail } from "./types.ts";

type Props = { posting: PostingDetail["posting"]; skills: readonly AskedSkill[] };

/** The description as it was read, the words that showed a skill marked. */
export function PostingText({ posting: { text, url }, skills }: Props) {
  const marks = apart(skills);
  return (
    <details className="mt-8">
      <summary className="cursor-pointer text-ink-2">The description as it was read</summary>
      {url !== null && <p className="mt-2 text-[13px] text-ink-3 break-all">From {url}</p>}
      <div className="sheet mt-2 px-4 py-4 text-[15px] leading-[1.7] break-words whitespace-pre-wrap">
        {marks.map(({ start, end, titles }, at) => (
          <span key={start}>
            {text.slice(marks[at - 1]?.end ?? 0, start)}
            <mark title={titles} className="rounded-[2px] border-accent border-b-2 bg-accent-wash text-inherit">
              {text.slice(start, end)}
            </mark>
          </span>
        ))}
        {text.slice(marks.at(-1)?.end ?? 0)}
      </div>
    </details>
  );
}

type Mark = { start: number; end: number; titles: string };

/** Places in order, those that overlap put together. */
function apart(skills: readonly AskedSkill[]): Mark[] {
  const places = skills
    .flatMap(({ title, phrases }) => phrases.map(({ start, end }) => ({ start, end, titles: title })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  for (const place of places) {
    const last = marks.at(-1);
    if (last && place.start < last.end) {
      last.end = Math.max(last.end, place.end);
      if (!last.titles.includes(place.titles)) last.titles += `, ${place.titles}`;
    } else marks.push({ ...place });
  }
  return marks;
}

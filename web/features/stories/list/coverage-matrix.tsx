import { Link } from "@tanstack/react-router";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import type { StoryBank } from "../types.ts";

const TONES: Record<StoryBank["matrix"][number]["state"], Tone> = { covered: "pass", weak: "part", gap: "fail" };
const SAID: Record<StoryBank["matrix"][number]["state"], string> = {
  covered: "a story carries it",
  weak: "no story carries it yet",
  gap: "no story",
};

/** Competencies against stories: a gap is seen before it is asked about. */
export function CoverageMatrix({ bank: { matrix, stories } }: { bank: StoryBank }) {
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="coverage" className="mb-8">
      <h2 id="coverage" className="mb-2 text-lg">
        What they cover
      </h2>
      <table className="sheet w-full border-collapse text-[14px]">
        <thead>
          <tr className="text-left text-[13px] text-ink-3">
            <th scope="col" className="px-4 py-2 font-normal">
              Competency
            </th>
            <th scope="col" className="px-2 py-2 font-normal">
              Stories that show it, level of 5
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.map(({ competency, title, cells, state }) => (
            <tr key={competency} className="border-line border-t align-baseline">
              <th scope="row" className="px-4 py-2 text-left font-normal">
                <Sign tone={TONES[state]} label={SAID[state]} /> {title}
              </th>
              <td className="px-2 py-2">
                {cells.length === 0 ? (
                  <span className="text-ink-3">none</span>
                ) : (
                  <ul className="flex flex-wrap gap-x-4 gap-y-1">
                    {cells.map(({ story, level }) => (
                      <li key={story} className="min-w-0">
                        <Link to="/stories/$id" params={{ id: story }} className="break-words">
                          {titles.get(story) ?? "a story"}
                        </Link>{" "}
                        <span className="num text-ink-2">{level}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { CompetencyReading } from "../types.ts";

const SHOWN_FROM = 0.5;

/** Levels on the anchored scale, each with the words that show it and what the next level would show. */
export function CompetencyList({ competencies }: { competencies: readonly CompetencyReading[] }) {
  const shown = competencies.filter(({ level }) => level !== null);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="shows" className="mt-6">
      <h2 id="shows" className="mb-2 text-lg">
        What it shows
      </h2>
      <ul className="sheet divide-y divide-line">
        {shown.map((reading) => (
          <Competency key={reading.id} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

function Competency({ reading: { title, level, se, anchor, next, behaviours } }: { reading: CompetencyReading }) {
  const met = behaviours.filter(({ probability, span }) => probability >= SHOWN_FROM && span);
  const missing = behaviours.filter(({ probability }) => probability < SHOWN_FROM);
  return (
    <li className="px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-medium">{title}</h3>
        <span className="num text-[14px] text-ink-2">
          {level} of 5 <span className="text-ink-3">± {se.toFixed(1)}</span>
        </span>
      </div>
      <p className="mt-1 max-w-[75ch] text-[14px]">{anchor}</p>
      {next && (
        <p className="mt-1 max-w-[75ch] text-[14px] text-ink-2">
          <span className="text-ink-3">One level up:</span> {next}
        </p>
      )}
      <details className="mt-1">
        <summary className="text-ink-2 text-sm">
          Heard {met.length} of {behaviours.length} behaviours
        </summary>
        <ul className="mt-1 grid gap-2 text-[14px]">
          {met.map(({ id, metWhen, span }) => (
            <li key={id}>
              <span className="text-pass">Heard:</span> {metWhen} {span && <q className="text-ink-2">{span.text}</q>}
            </li>
          ))}
          {missing.map(({ id, metWhen, say }) => (
            <li key={id}>
              <span className="text-part">Not heard:</span> {metWhen}{" "}
              {say[0] && <span className="text-ink-2">Such as “{say[0]}”</span>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

import type { ReadAttempt } from "../types.ts";
import { flowing, sentence } from "../wording.ts";

/** The model explanation, the concept itself and the pictures that people use for it. */
export function Model({ attempt: { reference, concept, pictures, sources } }: { attempt: ReadAttempt }) {
  return (
    <details className="sheet px-4 py-3 sm:px-6 lg:col-start-1" open>
      <summary className="font-medium text-sm">A model explanation for this listener</summary>
      <p className="mt-2 max-w-[68ch] whitespace-pre-line text-[15px] text-ink-2 leading-7">{flowing(reference)}</p>
      <h3 className="mt-3 font-medium text-sm">What every version must stay true to</h3>
      <p className="max-w-[68ch] text-[14px] text-ink-2">{flowing(concept)}</p>
      <h3 className="mt-3 font-medium text-sm">Pictures that people use</h3>
      <ul className="max-w-[68ch] text-[14px] text-ink-2">
        {pictures.map(({ picture, breaks, misleads }) => (
          <li key={picture} className="mt-1">
            <span className="text-ink">{picture}</span>
            {misleads && <b className="font-medium text-fail"> · does more harm than good</b>}. {sentence(breaks)}
          </li>
        ))}
      </ul>
      {sources.length > 0 && (
        <ul className="caption mt-3 list-disc pl-5">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

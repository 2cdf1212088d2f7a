import { Link } from "@tanstack/react-router";
import { classNames } from "../../ui/class-names.ts";
import { marksIn } from "./marks-in.ts";
import type { ClaimPlace } from "./types.ts";

/** Where something is said, the places beside each other where there is room. */
export function PlaceCards({ places }: { places: readonly ClaimPlace[] }) {
  return (
    <ul className={classNames("my-3 grid gap-3 first:mt-0", places.length > 1 && "md:grid-cols-2")}>
      {places.map((place) => (
        <li
          key={`${place.to} ${place.line} ${place.quote}`}
          className="min-w-0 rounded-md border border-line bg-sunk px-3 py-2"
        >
          <p className="mb-1 text-[13px] text-ink-2">
            <PlaceLink to={place.to}>{place.source}</PlaceLink>
            <span className="num text-ink-3"> · line {place.line}</span>
          </p>
          <Quote quote={place.quote} figures={place.figures} />
        </li>
      ))}
    </ul>
  );
}

/** The sentence as it stands, its figures marked. */
export function Quote({ quote, figures }: { quote: string; figures: readonly string[] }) {
  return (
    <blockquote className="text-[15px] break-words">
      {marksIn(quote, figures).map(({ text, marked }, at) =>
        marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a quotation do not change places
          <mark key={at} className="rounded-[2px] border-part border-b-2 bg-part-wash font-medium text-inherit">
            {text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={at}>{text}</span>
        ),
      )}
    </blockquote>
  );
}

/** A link to a page of any room: the server names its path. */
export function PlaceLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to as "/claims"} className="break-words text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}

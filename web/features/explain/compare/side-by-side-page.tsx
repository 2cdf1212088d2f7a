import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { BackIcon } from "../../../ui/icons.tsx";
import { conceptQuery, sideBySideQuery } from "../queries.ts";
import type { SideBySide } from "../types.ts";
import { ChooseSides } from "./choose-sides.tsx";
import { IdeaTable } from "./idea-table.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { SideText } from "./side-text.tsx";

/** One concept told to two listeners: what was changed, what was kept, what should have been changed. */
export function SideBySidePage() {
  const { slug } = useParams({ from: "/explain/$slug/side-by-side" });
  const ids = useSearch({ from: "/explain/$slug/side-by-side" });
  const { data: concept } = useQuery(conceptQuery(slug));
  const { data, error, refetch } = useQuery(sideBySideQuery(slug, ids));
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${concept?.title ?? "Side by side"} · Holdout`;
  }, [concept?.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1320px] px-4 pt-6 pb-12 outline-none md:px-8">
      <Link
        to="/explain/$slug"
        params={{ slug }}
        className="mb-3 -ml-1 inline-flex items-center gap-1 text-ink-2 text-sm hover:text-ink"
      >
        <BackIcon /> {concept?.title ?? "The concept"}
      </Link>
      <h1 className="mb-3 text-2xl">Side by side</h1>
      {concept && (
        <ChooseSides
          concept={concept}
          ids={ids}
          onChoose={(search) =>
            void navigate({ to: "/explain/$slug/side-by-side", params: { slug }, search, replace: true })
          }
        />
      )}
      {data ? (
        <Compared sides={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-40 w-full" />
      )}
    </main>
  );
}

function Compared({ sides }: { sides: SideBySide }) {
  const { left, right } = sides;
  const { tone, title, more } = saidOf(sides);
  return (
    <>
      <Callout tone={tone} className="mb-4">
        <p>
          <b className="font-semibold">{title}</b> {more}
        </p>
        <p className="num mt-1 text-ink-2">
          {Math.round(100 * sides.sameWording)} % of the wording and {Math.round(100 * sides.sameWords)} % of the weight
          of the words are the same.
        </p>
      </Callout>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <SideText side={left} />
        <SideText side={right} />
      </div>
      <MeasureTable left={left} right={right} />
      <IdeaTable sides={sides} />
    </>
  );
}

function saidOf({ verdict, left, right }: SideBySide) {
  const sameListener = left.audience === right.audience;
  switch (verdict) {
    case "adapted":
      return {
        tone: "pass",
        title: "You chose other words.",
        more: "Check below that the ideas are the right ones.",
      } as const;
    case "little-adapted":
      return {
        tone: "part",
        title: "Much stayed the same.",
        more: sameListener ? "Both were for the same listener." : "What does only one of the two need to hear?",
      } as const;
    case "not-adapted":
      return {
        tone: "fail",
        title: sameListener ? "This is the same explanation." : "This is one explanation, told twice.",
        more: sameListener
          ? "Both were for the same listener."
          : "Begin with the question of each: what will they do with your answer?",
      } as const;
  }
}

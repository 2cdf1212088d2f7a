import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK } from "../../../ui/next-card.tsx";
import type { Audience, ConceptDetail, ReadAttempt } from "../types.ts";
import { toAudience } from "../wording.ts";

type Props = { concept: ConceptDetail; attempt: ReadAttempt };

const PLAIN =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border border-line-strong bg-sheet px-3.5 text-[14px] font-medium text-ink no-underline hover:border-control";

/** On to another listener, to the same one again, or to both explanations side by side. */
export function NextActions({ concept, attempt }: Props) {
  const { slug, listeners } = concept;
  const { audience, id } = attempt;
  const navigate = useNavigate();
  const other = otherListener(listeners, audience);
  const beside = besideOf(listeners, audience);
  const search = useMemo(() => beside && { left: beside, right: id }, [beside, id]);
  const actions = useMemo<PageAction[]>(() => {
    const group = "This concept";
    const to = (listener: Audience) =>
      void navigate({ to: "/explain/$slug", params: { slug }, search: { audience: listener } });
    return [
      ...(other
        ? [{ id: "explain.other", label: "Explain it to another listener", keys: "n", group, run: () => to(other) }]
        : []),
      { id: "explain.again", label: "Explain it again", keys: "r", group, run: () => to(audience) },
      ...(search
        ? [
            {
              id: "explain.compare",
              label: "Two explanations side by side",
              keys: "c",
              group,
              run: () => void navigate({ to: "/explain/$slug/side-by-side", params: { slug }, search }),
            },
          ]
        : []),
    ];
  }, [navigate, slug, other, audience, search]);
  useActions(actions);
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      {other && (
        <Link
          to="/explain/$slug"
          params={{ slug }}
          search={{ audience: other }}
          className={`${NEXT_LINK} no-underline`}
        >
          Now {toAudience[other]} <Kbd keys="n" bare />
        </Link>
      )}
      <Link to="/explain/$slug" params={{ slug }} search={{ audience }} className={PLAIN}>
        Explain it again <Kbd keys="r" />
      </Link>
      {search && (
        <Link to="/explain/$slug/side-by-side" params={{ slug }} search={search} className={PLAIN}>
          Side by side <Kbd keys="c" />
        </Link>
      )}
    </div>
  );
}

/** Who has not been told yet; else who was told worst. */
function otherListener(listeners: ConceptDetail["listeners"], audience: Audience): Audience | undefined {
  return listeners
    .filter((each) => each.audience !== audience)
    .toSorted((a, b) => bestOf(a.history) - bestOf(b.history))[0]?.audience;
}

function bestOf(history: readonly { score: number }[]): number {
  return Math.max(-1, ...history.map(({ score }) => score));
}

/** The latest explanation to somebody else. */
function besideOf(listeners: ConceptDetail["listeners"], audience: Audience): string | undefined {
  return listeners
    .filter((each) => each.audience !== audience)
    .flatMap(({ history }) => history)
    .toSorted((a, b) => b.at.localeCompare(a.at))[0]?.id;
}

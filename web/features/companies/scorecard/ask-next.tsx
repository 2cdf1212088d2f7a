import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { nameOf } from "../../../../src/features/companies/model/criteria.ts";
import { nextToAsk } from "../../../../src/features/companies/model/scorecard.ts";
import { guideQuery } from "../queries.ts";
import type { AskingGuide, Company } from "../types.ts";

const SHOWN = 3;

/** What to find out next, with a question, and the short lists that are made. */
export function AskNext({ company }: { company: Company }) {
  const { data: guide } = useQuery(guideQuery);
  if (!guide) return null;
  const asks = nextToAsk(company, guide.questions);
  const called = (id: string | undefined) => guide.interviewers.find((each) => each.id === id)?.name.toLowerCase();
  return (
    <section aria-labelledby="ask">
      <h2 id="ask" className="mb-1 text-lg">
        Ask next
      </h2>
      {asks.length === 0 && <p className="text-[14px] text-ink-2">All that has weight is known.</p>}
      <ol className="grid gap-2">
        {asks.slice(0, SHOWN).map(({ criterion, question }) => (
          <li key={criterion.id} className="text-[14px]">
            <span className="text-ink-3">{nameOf(criterion)}: </span>
            {question ? (
              <>
                {question.text}{" "}
                <span className="text-[13px] text-ink-3">Ask the {called(question.interviewers[0])}.</span>
              </>
            ) : (
              "ask it in your own words, of two people."
            )}
          </li>
        ))}
      </ol>
      <ShortLists company={company} guide={guide} />
      <Link
        to="/jobs/questions"
        search={{ company: company.id }}
        className="mt-2 inline-block text-[14px] text-accent underline underline-offset-2"
      >
        Choose questions for a meeting
      </Link>
    </section>
  );
}

function ShortLists({ company, guide }: { company: Company; guide: AskingGuide }) {
  if (company.meetings.length === 0) return null;
  const name = (all: { id: string; name: string }[], id: string) => all.find((each) => each.id === id)?.name ?? id;
  return (
    <ul className="mt-3 grid gap-1 text-[14px]">
      {company.meetings.map(({ interviewer, round, questions }) => (
        <li key={`${interviewer} ${round}`}>
          <Link
            to="/jobs/questions"
            search={{ company: company.id, interviewer, round }}
            className="text-accent underline underline-offset-2"
          >{`${name(guide.interviewers, interviewer)}, ${name(guide.rounds, round)}`}</Link>{" "}
          <span className="num text-ink-3">{questions.length} to ask</span>
        </li>
      ))}
    </ul>
  );
}

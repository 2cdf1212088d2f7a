import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { companiesQuery, guideQuery } from "../queries.ts";
import type { AskingGuide, Company, Meeting } from "../types.ts";
import { useChangeCompany } from "../use-company.ts";
import type { AskedMeeting } from "./asked-meeting.ts";
import { QuestionList } from "./question-list.tsx";
import { ShortList } from "./short-list.tsx";

/** Whom one meets, in which round, at which company: what to ask, at most five. */
export function QuestionsPage() {
  const { data: guide, error, refetch } = useQuery(guideQuery);
  const { data: kept } = useQuery(companiesQuery);
  useEffect(() => {
    document.title = "Questions to ask · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl print:hidden">Questions to ask</h1>
      <RoomTabs room="Jobs" current="/jobs/questions" />
      {error && <FailureNote error={error} onRetry={() => refetch()} />}
      {guide && <Asking guide={guide} companies={kept?.companies ?? []} />}
    </main>
  );
}

function Asking({ guide, companies }: { guide: AskingGuide; companies: readonly Company[] }) {
  const asked: AskedMeeting = useSearch({ from: "/jobs/questions" });
  const { interviewer, round } = asked;
  const navigate = useNavigate({ from: "/jobs/questions" });
  const company = companies.find(({ id }) => id === asked.company);
  const { save, error } = useChangeCompany(company);
  // without a company the list is for the page alone
  const [loose, setLoose] = useState<readonly string[]>([]);
  const meeting = company?.meetings.find((each) => sameMeeting(each, asked));
  const kept = company !== undefined && interviewer !== undefined && round !== undefined;
  const chosen = kept ? (meeting?.questions ?? []) : loose;
  const choose = (questions: readonly string[]) => {
    if (!kept) return setLoose(questions);
    const others = company.meetings.filter((each) => !sameMeeting(each, asked));
    const own = questions.length > 0 ? [{ interviewer, round, questions: [...questions] }] : [];
    save({ meetings: [...others, ...own] });
  };
  const narrow = (part: keyof AskedMeeting) => (value: string | undefined) =>
    navigate({
      search: ({ [part]: _, ...rest }) => (value === undefined ? rest : { ...rest, [part]: value }),
      replace: true,
    });
  const labelled = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const found = guide.questions.filter(
    (each) => (!interviewer || each.interviewers.includes(interviewer)) && (!round || each.rounds.includes(round)),
  );
  return (
    <>
      <div className="mb-5 grid max-w-[760px] gap-2 sm:grid-cols-3 print:hidden">
        <SelectField
          label="Interviewer"
          value={interviewer}
          choices={labelled(guide.interviewers)}
          onChoose={narrow("interviewer")}
        />
        <SelectField label="Round" value={round} choices={labelled(guide.rounds)} onChoose={narrow("round")} />
        <SelectField
          label="Company"
          value={company?.id}
          choices={labelled([...companies])}
          onChoose={narrow("company")}
        />
      </div>
      {error && <FailureNote error={error} />}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] print:block">
        <QuestionList questions={found} guide={guide} chosen={chosen} onChoose={choose} />
        <ShortList
          questions={chosen.flatMap((id) => guide.questions.find((each) => each.id === id) ?? [])}
          where={titleOf(guide, asked, company)}
          kept={kept ? "with-company" : "page-alone"}
          onChoose={choose}
        />
      </div>
    </>
  );
}

function sameMeeting({ interviewer, round }: Meeting, asked: AskedMeeting): boolean {
  return interviewer === asked.interviewer && round === asked.round;
}

function titleOf(guide: AskingGuide, asked: AskedMeeting, company: Company | undefined): string {
  const name = (all: { id: string; name: string }[], id: string | undefined) =>
    all.find((each) => each.id === id)?.name;
  const parts = [company?.name, name(guide.interviewers, asked.interviewer), name(guide.rounds, asked.round)];
  return parts.filter(Boolean).join(" · ");
}

import type { JobRole, Level } from "../../../src/features/jobs/model/title.ts";
import type { ClosedWhy, SourceKind, Stage, Workplace } from "../../../src/features/jobs/schema.ts";

export const ROLE_NAMES: Record<JobRole, string> = {
  mle: "ML Engineer",
  "ai-engineer": "AI Engineer",
  "applied-scientist": "Applied Scientist",
  "research-scientist": "Research Scientist",
  "data-scientist": "Data Scientist",
};

export const LEVEL_NAMES: Record<Level, string> = {
  intern: "Intern",
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  lead: "Lead",
  staff: "Staff",
  principal: "Principal",
  manager: "Manager",
};

export const WORKPLACE_NAMES: Record<Workplace, string> = { remote: "Remote", hybrid: "Hybrid", "on-site": "On site" };

export const SOURCE_NAMES: Record<SourceKind, string> = {
  greenhouse: "Greenhouse",
  lever: "Lever",
  "lever-eu": "Lever (EU)",
  ashby: "Ashby",
  page: "Page",
};

export const STAGE_NAMES: Record<Stage, string> = {
  saved: "Saved",
  applied: "Applied",
  screen: "Screen",
  onsite: "Onsite",
  offer: "Offer",
  closed: "Closed",
};

export const WHY_NAMES: Record<ClosedWhy, string> = {
  rejected: "They said no",
  "no-answer": "No answer",
  withdrawn: "I withdrew",
  "declined-offer": "I declined the offer",
  "accepted-offer": "I accepted the offer",
  "posting-gone": "The posting is gone",
};

/** The board's name, or the host and path of a page. */
export function boardText({ kind, board }: { kind: SourceKind; board: string }): string {
  return kind === "page" ? board.replace(/^https?:\/\/(?:www\.)?/, "") : board;
}

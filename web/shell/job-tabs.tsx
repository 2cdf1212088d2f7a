import { Link } from "@tanstack/react-router";
import { classNames } from "../ui/class-names.ts";

export const JOB_TABS = [
  { to: "/jobs", name: "Jobs" },
  { to: "/jobs/board", name: "Applications" },
  { to: "/jobs/pay", name: "Pay" },
  { to: "/jobs/tailor", name: "Tailor" },
  { to: "/jobs/companies", name: "Companies" },
  { to: "/jobs/offers", name: "Offers" },
  { to: "/jobs/questions", name: "Questions to ask" },
] as const;

/** The pages of the search for a position. */
export function JobTabs({ current }: { current: (typeof JOB_TABS)[number]["to"] }) {
  return (
    <nav aria-label="Jobs" className="mb-5 flex gap-1 overflow-x-auto border-line border-b print:hidden">
      {JOB_TABS.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          aria-current={to === current ? "page" : undefined}
          className={classNames(
            "-mb-px flex h-[41px] items-center border-b-2 px-3 text-[14px] whitespace-nowrap no-underline -outline-offset-4",
            to === current ? "border-accent font-medium text-ink" : "border-transparent text-ink-2",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

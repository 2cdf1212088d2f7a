import { Link } from "@tanstack/react-router";
import { classNames } from "../ui/class-names.ts";

const TABS = [
  { to: "/reading", name: "Reading" },
  { to: "/reading/feeds", name: "Feeds" },
  { to: "/reading/tools", name: "Tools" },
] as const;

/** The pages of the reading room. */
export function ReadingTabs({ current }: { current: (typeof TABS)[number]["to"] }) {
  return (
    <nav aria-label="Reading" className="mb-5 flex gap-1 border-line border-b">
      {TABS.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          aria-current={to === current ? "page" : undefined}
          className={classNames(
            "-mb-px flex h-[41px] items-center border-b-2 px-3 text-[14px] no-underline -outline-offset-4",
            to === current ? "border-accent font-medium text-ink" : "border-transparent text-ink-2",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

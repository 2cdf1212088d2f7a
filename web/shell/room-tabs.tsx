import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { classNames } from "../ui/class-names.ts";

/** The pages of the rooms that have several. */
export const ROOM_TABS = {
  Stories: [
    { to: "/stories", name: "Stories" },
    { to: "/explain", name: "Explain" },
    { to: "/impact", name: "Impact" },
    { to: "/claims", name: "Claims" },
  ],
  Reading: [
    { to: "/reading", name: "Reading" },
    { to: "/reading/feeds", name: "Feeds" },
    { to: "/reading/tools", name: "Tools" },
  ],
  Jobs: [
    { to: "/jobs", name: "Jobs" },
    { to: "/jobs/board", name: "Applications" },
    { to: "/jobs/pay", name: "Pay" },
    { to: "/jobs/tailor", name: "Tailor" },
    { to: "/jobs/companies", name: "Companies" },
    { to: "/jobs/offers", name: "Offers" },
    { to: "/jobs/questions", name: "Questions to ask" },
  ],
} as const;

type RoomName = keyof typeof ROOM_TABS;
type Props<Of extends RoomName> = { room: Of; current: (typeof ROOM_TABS)[Of][number]["to"] };

/** The pages of a room; where they are wider than the screen, the row scrolls to the current one. */
export function RoomTabs<Of extends RoomName>({ room, current }: Props<Of>) {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={room}
      className="scroll-edges relative mb-5 flex gap-1 shadow-[inset_0_-1px_0_var(--line)] print:hidden"
    >
      {ROOM_TABS[room].map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          aria-current={to === current ? "page" : undefined}
          // "/jobs" is no current page on "/jobs/offers"
          activeOptions={{ exact: true }}
          className={classNames(
            "flex h-[42px] items-center border-b-2 px-3 text-[14px] whitespace-nowrap no-underline -outline-offset-4",
            to === current ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

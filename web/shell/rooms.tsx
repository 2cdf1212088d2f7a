import type { ReactNode } from "react";
import {
  CodeIcon,
  DesignIcon,
  InterviewIcon,
  JobsIcon,
  MapIcon,
  PortfolioIcon,
  ReadingIcon,
  RecallIcon,
  StoryIcon,
  TodayIcon,
} from "../ui/icons.tsx";

export type Room = {
  to: "/" | "/map" | "/code" | "/recall" | "/design" | "/stories" | "/portfolio" | "/interview" | "/reading" | "/jobs";
  name: string;
  icon: ReactNode;
  /** Pages of the room whose addresses do not begin with its own. */
  also?: readonly string[];
  /** A little room is left before it: what one plans with, what one practises, what lies around. */
  opensGroup?: true;
};

/** The rooms that are built; a half-built one stays out of the interface. */
export const rooms: readonly Room[] = [
  { to: "/", name: "Today", icon: <TodayIcon />, also: ["/plan"] },
  { to: "/map", name: "Map", icon: <MapIcon />, also: ["/diagnostic"] },
  { to: "/code", name: "Code", icon: <CodeIcon />, opensGroup: true },
  { to: "/recall", name: "Recall", icon: <RecallIcon /> },
  { to: "/design", name: "Design", icon: <DesignIcon /> },
  { to: "/stories", name: "Stories", icon: <StoryIcon />, also: ["/explain", "/impact", "/claims"] },
  { to: "/portfolio", name: "Portfolio", icon: <PortfolioIcon /> },
  { to: "/interview", name: "Interview", icon: <InterviewIcon /> },
  { to: "/reading", name: "Reading", icon: <ReadingIcon />, opensGroup: true },
  { to: "/jobs", name: "Jobs", icon: <JobsIcon /> },
];

/** The room that a page lies in; settings lie in none. */
export function roomAt(path: string): Room | undefined {
  const lies = (root: string) => path === root || path.startsWith(`${root}/`);
  return rooms.find(({ to, also = [] }) => (to === "/" ? path === "/" : lies(to)) || also.some(lies));
}

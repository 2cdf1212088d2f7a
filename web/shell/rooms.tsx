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
};

/** The rooms that are built; a half-built one stays out of the interface. */
export const rooms: readonly Room[] = [
  { to: "/", name: "Today", icon: <TodayIcon /> },
  { to: "/map", name: "Map", icon: <MapIcon /> },
  { to: "/code", name: "Code", icon: <CodeIcon /> },
  { to: "/recall", name: "Recall", icon: <RecallIcon /> },
  { to: "/design", name: "Design", icon: <DesignIcon /> },
  { to: "/stories", name: "Stories", icon: <StoryIcon /> },
  { to: "/portfolio", name: "Portfolio", icon: <PortfolioIcon /> },
  { to: "/interview", name: "Interview", icon: <InterviewIcon /> },
  { to: "/reading", name: "Reading", icon: <ReadingIcon /> },
  { to: "/jobs", name: "Jobs", icon: <JobsIcon /> },
];

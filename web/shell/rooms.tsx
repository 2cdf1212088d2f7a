import type { ReactNode } from "react";
import { CodeIcon, DesignIcon, ImpactIcon, PortfolioIcon, RecallIcon } from "../ui/icons.tsx";

export type Room = { to: "/code" | "/recall" | "/design" | "/impact" | "/portfolio"; name: string; icon: ReactNode };

/** The rooms that are built; a half-built one stays out of the interface. */
export const rooms: readonly Room[] = [
  { to: "/code", name: "Code", icon: <CodeIcon /> },
  { to: "/recall", name: "Recall", icon: <RecallIcon /> },
  { to: "/design", name: "Design", icon: <DesignIcon /> },
  { to: "/impact", name: "Impact", icon: <ImpactIcon /> },
  { to: "/portfolio", name: "Portfolio", icon: <PortfolioIcon /> },
];

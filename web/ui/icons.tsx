import type { ReactNode } from "react";

export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {children}
    </svg>
  );
}

export const CodeIcon = () => (
  <Icon>
    <path d="m7 6-4 4 4 4M13 6l4 4-4 4" />
  </Icon>
);

/** One day of a calendar. */
export const TodayIcon = () => (
  <Icon>
    <rect x="3" y="4.5" width="14" height="12.5" rx="2" />
    <path d="M3 8.5h14M7 2.5v4M13 2.5v4" />
    <path d="m7.5 12.5 2 2 3.5-3.5" />
  </Icon>
);

export const ReadingIcon = () => (
  <Icon>
    <path d="M10 5.5C8.5 4.300 6 4 3.5 4.250v11C6 15 8.5 15.300 10 16.500c1.500-1.200 4-1.500 6.500-1.250v-11C14 4 11.500 4.300 10 5.500zM10 5.500v11" />
  </Icon>
);

/** There is a list behind it. */
export const ChevronIcon = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
);

export const KeyboardIcon = () => (
  <Icon>
    <rect x="2.5" y="5" width="15" height="10" rx="2" />
    <path d="M6 8.5h.01M10 8.5h.01M14 8.5h.01M7 12h6" />
  </Icon>
);

/** Two dots in a row and one set apart: what you practise, and what is held out. */
export const Mark = () => (
  <svg aria-hidden="true" viewBox="0 0 20 20" width="18" height="18" className="shrink-0">
    <path d="M5 4v12M5 10h6" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" fill="none" />
    <path d="M15 4v3M15 13v3" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="15" cy="10" r="1.4" fill="var(--accent)" />
  </svg>
);

export const PauseIcon = () => (
  <Icon>
    <path d="M7.5 5.5v9M12.5 5.5v9" />
  </Icon>
);

export const PlayIcon = () => (
  <Icon>
    <path d="M7 5.5v9l7-4.5z" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="m11.5 5-5 5 5 5" />
  </Icon>
);

export const MicrophoneIcon = () => (
  <Icon>
    <rect x="7.5" y="2.5" width="5" height="9" rx="2.5" />
    <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
  </Icon>
);

/** A card that comes back. */
export const RecallIcon = () => (
  <Icon>
    <path d="M4 10a6 6 0 1 1 1.8 4.3" />
    <path d="M3.5 15.5 5.8 14.3 7 16.6" />
    <path d="M10 7v3.2l2.2 1.3" />
  </Icon>
);

/** Parts and what flows between them. */
export const DesignIcon = () => (
  <Icon>
    <rect x="2.5" y="7.5" width="5" height="5" rx="1" />
    <rect x="12.5" y="3" width="5" height="5" rx="1" />
    <rect x="12.5" y="12" width="5" height="5" rx="1" />
    <path d="M7.5 10H10M10 5.5v9M10 5.5h2.5M10 14.5h2.5" />
  </Icon>
);

/** What is told. */
export const StoryIcon = () => (
  <Icon>
    <path d="M3 4.5h14v9H9l-3.5 3v-3H3z" />
    <path d="M6 7.5h8M6 10.5h5" />
  </Icon>
);

/** A folder with a mark on it. */
export const PortfolioIcon = () => (
  <Icon>
    <path d="M2.5 5.5h5l1.5 2h8.5v8.5h-15z" />
    <path d="m8 12 1.5 1.5 3-3" />
  </Icon>
);

/** Two who talk. */
export const InterviewIcon = () => (
  <Icon>
    <path d="M2.5 4h9v6.5H7l-2.5 2v-2h-2z" />
    <path d="M14 8h3.5v6.5h-2v2l-2.5-2H9V13" />
  </Icon>
);

/** Where one stands. */
export const MapIcon = () => (
  <Icon>
    <path d="M2.5 5 7.5 3l5 2 5-2v12l-5 2-5-2-5 2z" />
    <path d="M7.5 3v12M12.5 5v12" />
  </Icon>
);

/** A case to carry to work. */
export const JobsIcon = () => (
  <Icon>
    <path d="M2.5 6.5h15v9.5h-15zM7 6.5V4h6v2.5M2.5 11h15M10 10v2" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
    <circle cx="13" cy="6" r="2" />
    <circle cx="7" cy="14" r="2" />
  </Icon>
);

import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
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

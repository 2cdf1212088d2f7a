import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { BackIcon } from "./icons.tsx";

/** Above the title of a page: to the list that it was opened from. */
export const BackLink = ({ to, children }: { to: NonNullable<LinkProps["to"]>; children: ReactNode }) => (
  <Link to={to} className="-ml-1 mb-3 flex w-fit items-center gap-1 text-sm text-ink-2 hover:text-ink print:hidden">
    <BackIcon /> {children}
  </Link>
);

/** One sitting: what ties answers together, and what was asked lately. It lives as long as the tab. */
export type Session = { id: string; recent: string[] };

const KEY = "holdout.recall.session";
const MOST_RECENT = 30;

export function currentSession(): Session {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (isSession(kept)) return kept;
  } catch {
    // a browser without storage begins anew
  }
  return newSession();
}

export function newSession(): Session {
  return keep({ id: crypto.randomUUID(), recent: [] });
}

/** Notes that a question was asked. */
export function asked(slug: string): Session {
  const session = currentSession();
  return keep({ ...session, recent: [slug, ...session.recent.filter((each) => each !== slug)].slice(0, MOST_RECENT) });
}

function keep(session: Session): Session {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // kept for this page alone
  }
  return session;
}

function isSession(value: unknown): value is Session {
  if (typeof value !== "object" || value === null) return false;
  const { id, recent } = value as Partial<Record<keyof Session, unknown>>;
  return typeof id === "string" && Array.isArray(recent) && recent.every((each) => typeof each === "string");
}

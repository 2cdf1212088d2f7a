/** What the directory is narrowed to; kept in the address. Names of shelves load with the page, so they are not checked here. */
export type ToolFilters = {
  q?: string | undefined;
  kind?: string | undefined;
  terms?: string | undefined;
  language?: string | undefined;
  asked?: "yes" | undefined;
};

const TEXTS = ["q", "kind", "terms", "language"] as const;

/** Filters out of an address that anyone may have typed: what is no text is dropped. */
export function parseToolFilters(search: Record<string, unknown>): ToolFilters {
  const texts = TEXTS.flatMap((key) => {
    const value = search[key];
    return (typeof value === "string" && value !== "") || typeof value === "number" ? [[key, String(value)]] : [];
  });
  return { ...Object.fromEntries(texts), ...(search.asked === "yes" ? { asked: "yes" } : {}) };
}

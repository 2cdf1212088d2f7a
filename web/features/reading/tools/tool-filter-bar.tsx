import { type Ref, useMemo } from "react";
import { type Searched, searchTools } from "../../../../src/features/reading/model/search-tools.ts";
import { TOOL_KINDS, TOOL_TERMS } from "../../../../src/features/reading/model/tool-names.ts";
import type { FoundTool, ToolFilter } from "../../../../src/features/reading/schema.ts";
import { SearchField } from "../../../ui/search-field.tsx";
import { type Choice, SelectField } from "../../../ui/select-field.tsx";
import { parseToolFilters, type ToolFilters } from "./filters.ts";

type Props = {
  all: readonly Searched[];
  filters: ToolFilters;
  onChange: (filters: ToolFilters) => void;
  searchRef: Ref<HTMLInputElement>;
  onEnterList: () => void;
};
type Facet = "kind" | "terms" | "language" | "asked";

const LABELS: Record<Facet, string> = { kind: "Kind", terms: "Terms", language: "Used from", asked: "Interviews" };
/** Languages that fewer tools are used from are found by the search. */
const LEAST_OF_A_LANGUAGE = 5;

export function queryOf({ kind, terms, language, asked }: ToolFilters): ToolFilter {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(terms === undefined ? {} : { terms }),
    ...(language === undefined ? {} : { language }),
    interviewsOnly: asked === "yes",
  };
}

export function ToolFilterBar({ all, filters, onChange, searchRef, onEnterList }: Props) {
  const choices = useMemo(() => choicesOf(all, filters), [all, filters]);
  const change = (facet: Facet | "q", value: string | undefined) =>
    onChange(parseToolFilters({ ...filters, [facet]: value }));
  return (
    <search className="grid grid-cols-2 gap-2 md:grid-cols-4">
      <SearchField
        ref={searchRef}
        label="Find a tool"
        hint="Find by name, use, maker or package"
        value={filters.q ?? ""}
        onChange={(value) => change("q", value)}
        onEnterList={onEnterList}
      />
      {(Object.keys(LABELS) as Facet[]).map((facet) => (
        <SelectField
          key={facet}
          label={LABELS[facet]}
          value={filters[facet]}
          choices={choices[facet]}
          onChoose={(value) => change(facet, value)}
        />
      ))}
    </search>
  );
}

/** What each facet may be set to, with how many tools that leaves given the other filters. */
function choicesOf(all: readonly Searched[], filters: ToolFilters): Record<Facet, Choice[]> {
  const without = (facet: Facet) => searchTools(all, filters.q ?? "", queryOf({ ...filters, [facet]: undefined }));
  const named = (facet: "kind" | "terms", titles: Record<string, string>): Choice[] => {
    const counts = countsBy(without(facet), (tool) => [tool[facet]]);
    return Object.entries(titles)
      .map(([value, label]) => ({ value, label, count: counts.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === filters[facet]);
  };
  const languages = [...countsBy(without("language"), (tool) => tool.languages)]
    .filter(([language, count]) => count >= LEAST_OF_A_LANGUAGE || language === filters.language)
    .sort(([, a], [, b]) => b - a);
  const asked = without("asked").filter(({ interview }) => interview !== undefined).length;
  return {
    kind: named("kind", TOOL_KINDS),
    terms: named("terms", TOOL_TERMS),
    language: languages.map(([value, count]) => ({ value, label: value, count })),
    asked: [{ value: "yes", label: "Asked about", count: asked }],
  };
}

function countsBy(tools: readonly FoundTool[], valuesOf: (tool: FoundTool) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of tools.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

import type { Ref } from "react";
import { SearchField } from "../../../ui/search-field.tsx";
import { type Choice, SelectField } from "../../../ui/select-field.tsx";
import type { QuestionList } from "../types.ts";
import { kindNames, standingNames } from "../wording.ts";
import { type Facet, type Filters, facetCounts, parseFilters } from "./filters.ts";

type Props = {
  list: QuestionList;
  filters: Filters;
  found: readonly string[] | undefined;
  onChange: (filters: Filters) => void;
  searchRef: Ref<HTMLInputElement>;
  /** From the search field into what it found. */
  onEnterList: () => void;
};

const labels: Record<Facet, string> = { area: "Area", kind: "Kind", role: "Role", standing: "State" };

function titlesOf({ questions, roles }: QuestionList): Record<Facet, [string, string][]> {
  const areas = new Map(questions.map(({ area }) => [area.id, area.title]));
  return {
    area: [...areas].sort(([, a], [, b]) => a.localeCompare(b)),
    kind: Object.entries(kindNames),
    role: roles.map(({ id, title }) => [id, title]),
    standing: Object.entries(standingNames),
  };
}

export function FilterBar({ list, filters, found, onChange, searchRef, onEnterList }: Props) {
  const titles = titlesOf(list);
  const change = (facet: Facet | "q", value: string | undefined) =>
    onChange(parseFilters({ ...filters, [facet]: value }));
  const choicesOf = (facet: Facet): Choice[] => {
    const counts = facetCounts(list.questions, filters, { facet, found });
    return titles[facet]
      .map(([value, label]) => ({ value, label, count: counts.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === filters[facet]);
  };
  return (
    <search className="grid grid-cols-2 gap-2 md:grid-cols-4">
      <SearchField
        ref={searchRef}
        label="Find in all questions"
        hint="Find in all questions"
        value={filters.q ?? ""}
        onChange={(value) => change("q", value)}
        onEnterList={onEnterList}
      />
      {(Object.keys(labels) as Facet[]).map((facet) => (
        <SelectField
          key={facet}
          label={labels[facet]}
          value={filters[facet]}
          choices={choicesOf(facet)}
          onChoose={(value) => change(facet, value)}
        />
      ))}
    </search>
  );
}

import type { Ref } from "react";
import { difficultyNames } from "../../../ui/difficulty.ts";
import { SearchField } from "../../../ui/search-field.tsx";
import { type Choice, SelectField } from "../../../ui/select-field.tsx";
import type { ProblemList } from "../types.ts";
import { kindNames, stateNames } from "../wording.ts";
import { classicalPatterns, type Facet, type Filters, facetCounts, parseFilters } from "./filters.ts";

type Props = {
  list: ProblemList;
  filters: Filters;
  onChange: (filters: Filters) => void;
  searchRef: Ref<HTMLInputElement>;
  /** From the search field into what it found. */
  onEnterList: () => void;
};

const titles = (named: Record<string, string>): [string, string][] => Object.entries(named);

/** All values of each facet, in the order a person would look for them. */
function facetTitles({ problems, roles }: ProblemList): Record<Facet, [string, string][]> {
  const skills = new Map(problems.flatMap((problem) => problem.skills.map(({ id, title }) => [id, title] as const)));
  return {
    skill: [...skills].sort(([, a], [, b]) => a.localeCompare(b)),
    difficulty: difficultyNames.map((name, index) => [String(index + 1), name]),
    kind: titles(kindNames),
    role: roles.map(({ id, title }) => [id, title]),
    state: titles(stateNames),
    pattern: classicalPatterns.map((pattern) => [pattern, sentenceCase(pattern)]),
  };
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const labels: Record<Facet, string> = {
  skill: "Skill",
  pattern: "Pattern",
  difficulty: "Difficulty",
  kind: "Kind",
  role: "Role",
  state: "State",
};

export function FilterBar({ list, filters, onChange, searchRef, onEnterList }: Props) {
  const names = facetTitles(list);
  const change = (facet: Facet | "q", value: string | undefined) =>
    onChange(parseFilters({ ...filters, [facet]: value }));
  const choicesOf = (facet: Facet): Choice[] => {
    const counts = facetCounts(list.problems, filters, facet);
    return names[facet]
      .map(([value, label]) => ({ value, label, count: counts.get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === String(filters[facet]));
  };
  return (
    <search className="grid grid-cols-2 gap-2 sm:grid-cols-3 min-[1000px]:grid-cols-6">
      <SearchField
        ref={searchRef}
        label="Find in titles, skills and patterns"
        hint="Find in titles, skills, patterns"
        value={filters.q ?? ""}
        onChange={(value) => change("q", value)}
        onEnterList={onEnterList}
      />
      {(Object.keys(labels) as Facet[]).map((facet) => (
        <SelectField
          key={facet}
          label={labels[facet]}
          value={filters[facet] === undefined ? undefined : String(filters[facet])}
          choices={choicesOf(facet)}
          onChoose={(value) => change(facet, value)}
        />
      ))}
    </search>
  );
}

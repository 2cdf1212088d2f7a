import { type Choice, SelectField } from "../../../ui/select-field.tsx";
import type { Audience, ConceptSummary } from "../types.ts";
import { audienceNames } from "../wording.ts";
import { countOf, type Facet, type Filters, parseFilters, standingNames } from "./filters.ts";

type Props = { concepts: readonly ConceptSummary[]; filters: Filters; onChange: (filters: Filters) => void };

export function FilterBar({ concepts, filters, onChange }: Props) {
  const areas = new Map(concepts.map(({ area }) => [area.id, area.title]));
  const choices = (facet: Facet, named: Iterable<readonly [string, string]>): Choice[] =>
    [...named]
      .map(([value, label]) => ({
        value,
        label,
        count: countOf(concepts, filters, parseFilters({ [facet]: value })),
      }))
      .filter(({ value, count }) => count > 0 || value === filters[facet]);
  const change = (facet: Facet) => (value: string | undefined) =>
    onChange(parseFilters({ ...filters, [facet]: value }));
  const listeners = Object.entries(audienceNames) as [Audience, string][];
  return (
    <search className="grid grid-cols-1 gap-2 sm:grid-cols-3">
      <SelectField
        label="Area"
        value={filters.area}
        choices={choices(
          "area",
          [...areas].sort(([, a], [, b]) => a.localeCompare(b)),
        )}
        onChoose={change("area")}
      />
      <SelectField
        label="Listener"
        value={filters.audience}
        choices={choices("audience", listeners)}
        onChoose={change("audience")}
      />
      <SelectField
        label="State"
        value={filters.standing}
        choices={choices("standing", Object.entries(standingNames))}
        onChoose={change("standing")}
      />
    </search>
  );
}

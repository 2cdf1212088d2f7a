import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeCompany, companiesQuery } from "./queries.ts";
import type { Company, CompanyBody } from "./types.ts";

const CHANGE_KEY = ["companies", "change"];

/** Changes a company: shown at once, sent one after the other, and taken back where the server refuses. */
export function useChangeCompany(company: Company | undefined) {
  const client = useQueryClient();
  const { queryKey } = companiesQuery;
  const change = useMutation({
    mutationKey: CHANGE_KEY,
    mutationFn: changeCompany,
    // one at a time, so that an older state never lands on a newer one
    scope: { id: "companies" },
    onSuccess: (companies) => {
      // what is still under way is newer than what the server tells now
      if (client.isMutating({ mutationKey: CHANGE_KEY }) === 1) client.setQueryData(queryKey, companies);
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const save = (changes: Partial<CompanyBody>) => {
    const all = client.getQueryData(queryKey)?.companies ?? [];
    const latest = all.find(({ id }) => id === company?.id);
    if (!latest) return;
    // a reading that began before this change would take it back
    void client.cancelQueries({ queryKey });
    const body = { ...bodyOf(latest), ...changes };
    client.setQueryData(queryKey, { companies: all.map((each) => (each === latest ? { ...each, ...body } : each)) });
    change.mutate({ id: latest.id, body });
  };
  return { save, error: change.error };
}

function bodyOf({ name, notes, links, criteria, flags, meetings }: Company): CompanyBody {
  return { name, notes, links, criteria, flags, meetings };
}

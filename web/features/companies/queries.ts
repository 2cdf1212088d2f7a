import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { AskingGuide, Companies, CompanyBody, OfferBody, Offers } from "./types.ts";

const [COMPANIES, OFFERS] = ["/api/companies", "/api/offers"];

export const guideQuery = queryOptions({
  queryKey: ["questions-to-ask"],
  queryFn: ({ signal }) => getJson<AskingGuide>("/api/questions-to-ask", signal),
});

export const companiesQuery = queryOptions({
  queryKey: ["companies"],
  queryFn: ({ signal }) => getJson<Companies>(COMPANIES, signal),
});

export const offersQuery = queryOptions({
  queryKey: ["offers"],
  queryFn: ({ signal }) => getJson<Offers>(OFFERS, signal),
});

export const addCompany = (name: string) => sendJson<Companies>("POST", COMPANIES, { name });
export const changeCompany = ({ id, body }: { id: string; body: CompanyBody }) =>
  sendJson<Companies>("PUT", `${COMPANIES}/${encodeURIComponent(id)}`, body);
export const removeCompany = (id: string) =>
  sendJson<Companies>("POST", `${COMPANIES}/${encodeURIComponent(id)}/remove`, {});

/** Keeps an offer: a new one has no id yet. */
export const keepOffer = ({ id, body }: { id: string | undefined; body: OfferBody }) =>
  id === undefined
    ? sendJson<Offers>("POST", OFFERS, body)
    : sendJson<Offers>("PUT", `${OFFERS}/${encodeURIComponent(id)}`, body);
export const removeOffer = (id: string) => sendJson<Offers>("POST", `${OFFERS}/${encodeURIComponent(id)}/remove`, {});

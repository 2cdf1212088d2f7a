import { z } from "zod";
import type { CompaniesRoom } from "../../features/companies/index.ts";
import { AskingGuide, Companies, CompanyBody, OfferBody, Offers } from "../../features/companies/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const COMPANIES = "/api/companies";
const OFFERS = "/api/offers";
const NewCompany = z.strictObject({ name: CompanyBody.shape.name });

/** Companies over HTTP: parse, call, format. Scorecards and total pay are worked out in the browser. */
export function companiesRoutes(companies: CompaniesRoom): Route[] {
  return [
    {
      method: "get",
      path: "/api/questions-to-ask",
      summary: "What to ask interviewers, with what to listen for",
      answer: { json: AskingGuide },
      handle: async () => ok(companies.guide()),
    },
    ...companyRoutes(companies),
    ...offerRoutes(companies),
  ];
}

function companyRoutes(companies: CompaniesRoom): Route[] {
  return [
    {
      method: "get",
      path: COMPANIES,
      summary: "Companies with their scorecards and short lists, oldest first",
      answer: { json: Companies },
      handle: async () => ok(await companies.companies()),
    },
    withBody({
      method: "post",
      path: COMPANIES,
      summary: "Keeps a company of which nothing is known yet",
      body: NewCompany,
      answer: { json: Companies },
      handle: async ({ body }) => ok(await companies.add(body.name)),
    }),
    withBody({
      method: "put",
      path: `${COMPANIES}/:id`,
      summary: "Changes a company: all of it is sent",
      body: CompanyBody,
      answer: { json: Companies },
      handle: ({ params, body }) => companies.change(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${COMPANIES}/:id/remove`,
      summary: "Removes a company",
      answer: { json: Companies },
      handle: ({ params }) => companies.remove(params.id ?? ""),
    },
  ];
}

function offerRoutes(companies: CompaniesRoom): Route[] {
  return [
    {
      method: "get",
      path: OFFERS,
      summary: "Offers, oldest first",
      answer: { json: Offers },
      handle: async () => ok(await companies.offers()),
    },
    withBody({
      method: "post",
      path: OFFERS,
      summary: "Keeps an offer",
      body: OfferBody,
      answer: { json: Offers },
      handle: async ({ body }) => ok(await companies.addOffer(body)),
    }),
    withBody({
      method: "put",
      path: `${OFFERS}/:id`,
      summary: "Changes an offer: all of it is sent",
      body: OfferBody,
      answer: { json: Offers },
      handle: ({ params, body }) => companies.changeOffer(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${OFFERS}/:id/remove`,
      summary: "Removes an offer",
      answer: { json: Offers },
      handle: ({ params }) => companies.removeOffer(params.id ?? ""),
    },
  ];
}

import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import { ASKING_ROUNDS, INTERVIEWERS, type QuestionToAsk, THEMES } from "../../shared/content/question-to-ask.ts";
import { companiesAsText } from "./as-text.ts";
import { blankCompany } from "./model/criteria.ts";
import type { CompaniesRepo } from "./repo.ts";
import {
  type AskingGuide,
  type Companies,
  CompaniesArchive,
  type CompanyBody,
  type OfferBody,
  type Offers,
} from "./schema.ts";

export { CompaniesRepo } from "./repo.ts";

const ARCHIVE_NAME = "companies";

type Deps = { repo: CompaniesRepo; questions: () => readonly QuestionToAsk[]; clock: Clock };

/** The companies that one looks at: what to ask them, what is known of them, and what they offer. */
export class CompaniesRoom {
  readonly #repo: CompaniesRepo;
  readonly #questions: () => readonly QuestionToAsk[];
  readonly #clock: Clock;

  constructor({ repo, questions, clock }: Deps) {
    this.#repo = repo;
    this.#questions = questions;
    this.#clock = clock;
  }

  guide(): AskingGuide {
    return {
      questions: [...this.#questions()],
      interviewers: named(INTERVIEWERS),
      rounds: named(ASKING_ROUNDS),
      themes: named(THEMES),
    };
  }

  async companies(): Promise<Companies> {
    return { companies: await this.#repo.companies() };
  }

  /** Keeps a company of which nothing is known yet. */
  async add(name: string): Promise<Companies> {
    await this.#repo.saveCompany({ ...blankCompany(name), ...this.#new() });
    return this.companies();
  }

  async change(id: string, body: CompanyBody): Promise<Result<Companies, "unknown-company">> {
    const company = (await this.#repo.companies()).find((each) => each.id === id);
    if (company === undefined) return failed("unknown-company");
    await this.#repo.saveCompany({ ...company, ...body, updatedAt: this.#clock().toISOString() });
    return ok(await this.companies());
  }

  async remove(id: string): Promise<Result<Companies, "unknown-company">> {
    return (await this.#repo.remove("company", id)) ? ok(await this.companies()) : failed("unknown-company");
  }

  async offers(): Promise<Offers> {
    return { offers: await this.#repo.offers() };
  }

  async addOffer(body: OfferBody): Promise<Offers> {
    await this.#repo.saveOffer({ ...body, ...this.#new() });
    return this.offers();
  }

  async changeOffer(id: string, body: OfferBody): Promise<Result<Offers, "unknown-offer">> {
    const offer = (await this.#repo.offers()).find((each) => each.id === id);
    if (offer === undefined) return failed("unknown-offer");
    await this.#repo.saveOffer({ ...offer, ...body, updatedAt: this.#clock().toISOString() });
    return ok(await this.offers());
  }

  async removeOffer(id: string): Promise<Result<Offers, "unknown-offer">> {
    return (await this.#repo.remove("company_offer", id)) ? ok(await this.offers()) : failed("unknown-offer");
  }

  async exportTo(folder: string): Promise<number> {
    const data = { ...(await this.companies()), ...(await this.offers()) };
    const empty = data.companies.length + data.offers.length === 0;
    const questions = this.#questions();
    return writeItemFiles(
      folder,
      empty ? [] : [{ name: ARCHIVE_NAME, data, markdown: companiesAsText(data, questions) }],
    );
  }

  /** Adds what `readExportedCompanies` read; doing it twice changes nothing. */
  async restore(archives: readonly CompaniesArchive[]): Promise<void> {
    for (const archive of archives) await this.#repo.restore(archive);
  }

  #new() {
    const now = this.#clock();
    return { id: newId(now), createdAt: now.toISOString(), updatedAt: now.toISOString() };
  }
}

/** Reads what `exportTo` wrote; nothing is stored by this. */
export function readExportedCompanies(folder: string): Promise<Result<CompaniesArchive[], string[]>> {
  return readItemFiles(folder, CompaniesArchive);
}

const named = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([id, name]) => ({ id, name }));

import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import { type ArchivedClaims, exportClaims } from "./archive.ts";
import { type LedgerDeps, LedgerKeeper } from "./keep-ledger.ts";
import { readSource } from "./model/entry.ts";
import { readDocument, readText } from "./read-document.ts";
import type { ClaimsRepo } from "./repo.ts";
import type { DocumentBody, DocumentDetail, DocumentKind, Ledger } from "./schema.ts";
import type { KeptDocument } from "./stored.ts";

export { readExportedClaims } from "./archive.ts";
export { fileSources, type NamedFile } from "./file-sources.ts";
export { ClaimsRepo } from "./repo.ts";

export type ClaimsDeps = LedgerDeps & {
  repo: ClaimsRepo;
  clock: Clock;
  /** What the other rooms claim. */
  sources: () => Promise<ClaimSource[]>;
};

/** The ledger of claims: the same figure must stand in every text, and stand up. */
export class ClaimsRoom {
  readonly #deps: ClaimsDeps;
  readonly #keeper: LedgerKeeper;

  constructor(deps: ClaimsDeps) {
    this.#deps = deps;
    this.#keeper = new LedgerKeeper(deps);
  }

  /** Everything that is claimed anywhere; `more` are texts that are read along and not kept. */
  async ledger(more: readonly ClaimSource[] = []): Promise<Ledger> {
    const { repo, sources } = this.#deps;
    const [documents, others, settled] = await Promise.all([repo.documents(), sources(), repo.settled()]);
    const compiled = await this.#keeper.compile([...more, ...documents.map(sourceOf), ...others]);
    const notes = new Map(settled.map((each) => [each.finding, each]));
    return {
      ...compiled,
      findings: compiled.findings.filter(({ id }) => !notes.has(id)),
      settled: compiled.findings.flatMap((finding) => {
        const answered = notes.get(finding.id);
        return answered ? [{ ...finding, note: answered.note, settledAt: answered.settledAt }] : [];
      }),
      documents: documents.map(({ text: _, ...document }) => document),
    };
  }

  /** Keeps the text of a document. The reason of a failure is for people. */
  async add({ name, kind, text, file }: DocumentBody): Promise<Result<Ledger, { said: string }>> {
    const read = file === undefined ? readText(text ?? "") : await readDocument(Buffer.from(file, "base64"));
    if (!read.ok) return failed({ said: read.reason });
    const now = this.#deps.clock();
    await this.#deps.repo.add({ id: newId(now), name, kind, text: read.value, addedAt: now.toISOString() });
    return ok(await this.ledger());
  }

  async document(id: string): Promise<Result<DocumentDetail, "unknown-document">> {
    const document = await this.#deps.repo.document(id);
    if (!document) return failed("unknown-document");
    const { entries, readTo } = readSource(sourceOf(document));
    const figures = entries.map(({ claim: { figure } }) => ({ start: figure.start, end: figure.end }));
    return ok({ ...document, figures, readTo });
  }

  /** The text of the kind that was added last. */
  async newestOf(kind: DocumentKind): Promise<{ name: string; text: string } | undefined> {
    return (await this.#deps.repo.documents()).find((document) => document.kind === kind);
  }

  async remove(id: string): Promise<Result<Ledger, "unknown-document">> {
    if ((await this.#deps.repo.document(id)) === undefined) return failed("unknown-document");
    await this.#deps.repo.remove(id);
    return ok(await this.ledger());
  }

  /** Puts a finding away with the candidate's reason; it comes back when a text that it quotes changes. */
  async settle(finding: string, note: string): Promise<Result<Ledger, "unknown-finding">> {
    const { findings, settled } = await this.ledger();
    if (![...findings, ...settled].some(({ id }) => id === finding)) return failed("unknown-finding");
    await this.#deps.repo.settle({ finding, note, settledAt: this.#deps.clock().toISOString() });
    return ok(await this.ledger());
  }

  async reopen(finding: string): Promise<Result<Ledger, "unknown-finding">> {
    const { settled } = await this.ledger();
    if (!settled.some(({ id }) => id === finding)) return failed("unknown-finding");
    await this.#deps.repo.reopen(finding);
    return ok(await this.ledger());
  }

  async exportTo(folder: string): Promise<number> {
    const [documents, settled] = await Promise.all([this.#deps.repo.documents(), this.#deps.repo.settled()]);
    return exportClaims({ documents: documents.toReversed(), settled }, folder);
  }

  /** Adds what `readExportedClaims` read; doing it twice changes nothing. */
  restore(archived: readonly ArchivedClaims[]): Promise<void> {
    return this.#deps.repo.restore(
      archived.flatMap(({ documents }) => documents),
      archived.flatMap(({ settled }) => settled),
    );
  }
}

function sourceOf({ id, name, kind, text }: KeptDocument): ClaimSource {
  return { id: `document/${id}`, kind, title: name, to: `/claims/${id}`, text, group: `document/${id}` };
}

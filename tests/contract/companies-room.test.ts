import { afterEach, beforeEach, expect, test } from "vitest";
import { CompaniesRepo, CompaniesRoom } from "../../src/features/companies/index.ts";
import { CompanyBody } from "../../src/features/companies/schema.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { monthlyGrant, plainOffer } from "../support/offers.ts";
import { onEveryEngine } from "./engines.ts";

onEveryEngine((openEmpty) => {
  let store: Store;
  let room: CompaniesRoom;
  let now = new Date("2026-03-04T05:06:07.890Z");
  beforeEach(async () => {
    store = await openEmpty();
    room = new CompaniesRoom({ repo: new CompaniesRepo(store), questions: () => [], clock: () => now });
  });
  afterEach(() => store.close());

  /** Adds one a second later than the one before. */
  async function added(name: string) {
    now = new Date(+now + 1_000);
    return (await room.add(name)).companies.at(-1);
  }

  test("a company begins with seven criteria that are not known, keeps what is told of it, and goes", async () => {
    const first = await added("Acme ∂");
    const second = await added("Zenith");
    expect(first?.criteria.map(({ id, score }) => [id, score])).toEqual(
      ["team", "data", "compute", "safety", "growth", "pay", "values"].map((id) => [id, null]),
    );
    const { id, createdAt, updatedAt, ...body } = first ?? ({} as never);
    const team = {
      ...body.criteria[0],
      score: 4,
      evidence: [{ said: "Reviews in a day.", by: "Ada", on: "2026-03-01" }],
    };
    const meetings = [{ interviewer: "peer", round: "coding", questions: ["a", "b"] }];
    const told = CompanyBody.parse({
      ...body,
      notes: "'quoted'\n∂",
      criteria: [team, ...body.criteria.slice(1)],
      meetings,
    });
    now = new Date(+now + 1_000);
    const changed = await room.change(id, told);
    expect(changed.ok && changed.value.companies).toEqual([
      { ...told, id, createdAt, updatedAt: now.toISOString() },
      second,
    ]);
    expect(updatedAt).toBe(createdAt);
    expect(await room.remove(id)).toEqual({ ok: true, value: { companies: [second] } });
  });

  test("offers are kept as typed, oldest first, changed and removed", async () => {
    const body = { ...plainOffer("Acme"), grants: [monthlyGrant(400_000)] };
    const [acme] = (await room.addOffer(body)).offers;
    now = new Date(+now + 1_000);
    await room.addOffer(plainOffer("Zenith"));
    expect(acme).toMatchObject(body);
    const raised = await room.changeOffer(acme?.id ?? "", { ...body, base: 123_456.78 });
    expect(raised.ok && raised.value.offers.map(({ name, base }) => [name, base])).toEqual([
      ["Acme", 123_456.78],
      ["Zenith", 100_000],
    ]);
    const left = await room.removeOffer(acme?.id ?? "");
    expect(left.ok && left.value.offers.map(({ name }) => name)).toEqual(["Zenith"]);
  });

  test("what is not there is refused", async () => {
    const body = CompanyBody.parse({ name: "x", notes: "", links: [], criteria: [], flags: [], meetings: [] });
    expect(await room.change("gone", body)).toEqual({ ok: false, reason: "unknown-company" });
    expect(await room.remove("gone")).toEqual({ ok: false, reason: "unknown-company" });
    expect(await room.changeOffer("gone", plainOffer("x"))).toEqual({ ok: false, reason: "unknown-offer" });
    expect(await room.removeOffer("gone")).toEqual({ ok: false, reason: "unknown-offer" });
  });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { ImpactRepo, ImpactRoom } from "../../src/features/impact/index.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { onEveryEngine } from "./engines.ts";

onEveryEngine((openEmpty) => {
  let store: Store;
  let room: ImpactRoom;
  let now = new Date("2026-03-04T05:06:07.890Z");
  beforeEach(async () => {
    store = await openEmpty();
    room = new ImpactRoom({ repo: new ImpactRepo(store), clock: () => now });
  });
  afterEach(() => store.close());

  const calculation = {
    calculator: "tokens",
    currency: "€",
    beliefs: { calls: { low: 1, likely: 2, high: 3 } },
  };

  test("a line is kept with its calculation, changed and removed; the newest comes first", async () => {
    const first = await room.add({ text: "Cut latency.", calculation: null });
    now = new Date(+now + 1_000);
    const both = await room.add({ text: "Cut cost ∂ 'quoted'.", calculation });
    expect(first.ok && both.ok && both.value.lines.map(({ text }) => text)).toEqual([
      "Cut cost ∂ 'quoted'.",
      "Cut latency.",
    ]);
    const [newest, oldest] = (await room.lines()).lines;
    expect(newest?.calculation).toEqual(calculation);
    await room.change(oldest?.id ?? "", { text: "Cut p99 latency from 240 ms to 95 ms.", calculation: null });
    expect((await room.lines()).lines[1]).toMatchObject({ text: "Cut p99 latency from 240 ms to 95 ms." });
    await room.remove(newest?.id ?? "");
    expect((await room.lines()).lines).toHaveLength(1);
  });

  test("what is not there and what nobody knows is refused", async () => {
    expect(await room.change("gone", { text: "x", calculation: null })).toEqual({ ok: false, reason: "unknown-line" });
    expect(await room.remove("gone")).toEqual({ ok: false, reason: "unknown-line" });
    const unknown = { ...calculation, calculator: "luck" };
    expect(await room.add({ text: "x", calculation: unknown })).toEqual({ ok: false, reason: "unknown-calculator" });
  });

  test("each keeping is evidence of how much of a line is said", async () => {
    await room.add({ text: "Worked on models.", calculation: null });
    now = new Date(+now + 1_000);
    await room.add({
      text: "Cut p99 latency of the ranker from 240 ms to 95 ms at 3,000 requests per second.",
      calculation: null,
    });
    const rows = await readEvidence(store.db);
    expect(rows.map(({ score }) => score)).toEqual([0, 1]);
    expect(rows[0]).toMatchObject({ feature: "impact", skills: ["communication.impact"], part: "practice" });
  });

  test("the claim ledger reads every line", async () => {
    await room.add({ text: "Cut latency by 40 %.", calculation: null });
    expect(await room.claimTexts()).toMatchObject([{ kind: "impact", text: "Cut latency by 40 %.", to: "/impact" }]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import {
  PortfolioRepo,
  PortfolioRoom,
  readExportedPortfolio,
  scanDepsOf,
  scanOriginOf,
} from "../../src/features/portfolio/index.ts";
import type { AddBody, ProjectDetail } from "../../src/features/portfolio/schema.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const scan = scanOriginOf(scanDepsOf(config.value));

const README = `# Bikes

It forecasts which bike stations run empty by the next morning, so that vans know where to go.

## Results

Our model raised accuracy from 61 % to 74 % on three months that it had not seen.
`;

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let root: string;
  let store: Store;
  let room: PortfolioRoom;
  let now: Date;
  beforeEach(async () => {
    folder = temporaryFolder();
    root = join(folder.path, "bikes");
    writeFiles(root, { "README.md": README, "train.py": "import sklearn\nN_ESTIMATORS = 300\n" });
    store = await openEmpty();
    room = roomOver(store);
    now = new Date("2026-03-04T05:06:07.890Z");
  });
  afterEach(async () => {
    await store.close();
    folder[Symbol.dispose]();
  });

  function roomOver(over: Store): PortfolioRoom {
    return new PortfolioRoom({ repo: new PortfolioRepo(over), scan, github: {}, clock: () => now });
  }
  async function added(body: AddBody): Promise<ProjectDetail> {
    for await (const { event, data } of room.add(body)) if (event === "done") return data;
    throw new Error("nothing was added");
  }
  const bikes = () => added({ origin: { kind: "folder", path: root } });

  test("a project is read, told otherwise, read again and keeps both readings", async () => {
    const { project, scan: first } = await bikes();
    expect(project.told.results).toContain("74 %");
    expect(first?.dimensions.find(({ id }) => id === "results")?.evidence[0]).toMatchObject({ file: "README.md" });
    const told = { ...project.told, learnings: "New stations look unlike any other ∂." };
    await room.change(project.id, { name: "Bikes ∂", kind: "personal", told });
    writeFiles(root, { LICENSE: "MIT License\n\nCopyright 2026\n" });
    now = new Date(now.getTime() + 60_000);
    const again = await room.rescan(project.id);
    if (!again.ok) throw new Error(again.reason);
    for await (const _ of again.value);
    const detail = await room.project(project.id);
    expect(detail).toMatchObject({ value: { project: { name: "Bikes ∂", told }, earlier: [{ score: first?.score }] } });
    const licence = detail.ok ? detail.value.scan?.dimensions.find(({ id }) => id === "licence") : undefined;
    expect(licence?.evidence[0]).toMatchObject({ file: "LICENSE", line: 1 });
  });

  test("what the README says otherwise than its teller goes to the claim ledger beside it", async () => {
    const { project } = await bikes();
    expect((await room.claimTexts()).map(({ id }) => id)).toEqual([`portfolio/${project.id}`]);
    await room.change(project.id, {
      name: "Bikes",
      kind: "personal",
      told: { ...project.told, results: "It reached 81 %." },
    });
    const [own, readme] = await room.claimTexts();
    expect(own?.text).toContain("81 %");
    expect(readme).toMatchObject({ title: "Bikes, README", group: own?.group });
    expect(readme?.text).toContain("74 %");
  });

  test("a refused reading adds nothing, and says why", async () => {
    const events = [];
    for await (const event of room.add({ origin: { kind: "folder", path: join(folder.path, "gone") } }))
      events.push(event);
    expect(events.at(-1)).toMatchObject({ event: "refused", data: { said: expect.stringContaining("gone") } });
    expect((await room.portfolio()).projects).toEqual([]);
  });

  test("a CV comes and goes as JSON Resume with the projects told", async () => {
    await added({ origin: { kind: "told" }, name: "Claims at a bank" });
    const cv = {
      basics: { name: "Ada ∂" },
      projects: [{ name: "Whales", description: "Finds calls in hydrophones." }],
    };
    expect(await room.takeResume(JSON.stringify(cv))).toMatchObject({ ok: true });
    expect((await room.portfolio()).projects.map(({ name }) => name)).toEqual(["Claims at a bank", "Whales"]);
    const out = JSON.parse((await room.resume()).text);
    expect(out.basics.name).toBe("Ada ∂");
    expect(out.projects.map(({ name }: { name: string }) => name)).toContain("Whales");
    expect(await room.takeResume("{")).toMatchObject({ ok: false });
  });

  test("a CV that somebody else wrote is taken within the limits of what is kept, and the list stays readable", async () => {
    const cv = {
      projects: [
        { name: "A", keywords: ["Python", "", " "], url: `https://x.org/${"a".repeat(3_000)}` },
        { name: "B", keywords: Array.from({ length: 60 }, (_, at) => `tool ${at}`), description: "x".repeat(30_000) },
        { name: "C", keywords: ["x".repeat(200)], description: "half \ud83d of one, \0 and none" },
        { name: " ".repeat(3) },
        { name: `${"n".repeat(119)}\u{1F6B2}` },
      ],
    };
    expect(await room.takeResume(JSON.stringify(cv))).toMatchObject({ ok: true });
    const { projects } = await room.portfolio();
    expect(projects.map(({ name }) => name)).toEqual(["A", "B", "C", "Untitled project", "n".repeat(119)]);
    const [a, b, c] = projects.map(({ told }) => told);
    expect(a).toMatchObject({ tools: ["Python"], url: null });
    expect(b?.tools).toHaveLength(40);
    expect(b?.problem).toHaveLength(20_000);
    expect(c).toMatchObject({ tools: ["x".repeat(80)], problem: "half \uFFFD of one,  and none" });
  });

  test("what could not be read back is not written: the projects that are there stay readable", async () => {
    const { project } = await added({ origin: { kind: "told" }, name: "Claims" });
    const told = { ...project.told, problem: "half \ud83d of one" };
    await expect(room.change(project.id, { name: "Claims", kind: "work", told })).rejects.toThrow();
    expect((await room.portfolio()).projects).toMatchObject([{ name: "Claims", told: { problem: "" } }]);
  });

  test("a reader who leaves while the reading fails ends nothing, and one who stays hears of it", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const fail = Promise.withResolvers<never>();
    const failing = new PortfolioRoom({
      repo: new PortfolioRepo(store),
      scan: () => fail.promise,
      github: {},
      clock: () => now,
    });
    const body: AddBody = { origin: { kind: "folder", path: root } };
    for await (const _ of failing.add(body)) break;
    const staying = (async () => {
      for await (const _ of failing.add(body));
    })();
    fail.reject(new Error("the disk is gone"));
    await expect(staying).rejects.toThrow("the disk is gone");
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  test("a project that is removed while it is read stays removed, and the reader is told", async () => {
    const { project } = await bikes();
    const again = await room.rescan(project.id);
    if (!again.ok) throw new Error(again.reason);
    const events = [];
    for await (const event of again.value) {
      if (events.push(event) === 1) await room.remove(project.id);
    }
    expect(events.at(-1)).toMatchObject({ event: "refused", data: { said: expect.stringContaining("removed") } });
    expect(await new PortfolioRepo(store).scansOf(project.id)).toEqual([]);
  });

  test("the order is the candidate's, and a removed project is gone", async () => {
    const ids = [];
    for (const name of ["one", "two", "three"]) ids.push((await added({ origin: { kind: "told" }, name })).project.id);
    const names = async () => (await room.portfolio()).projects.map(({ name }) => name);
    await room.order([ids[2] ?? "", ids[0] ?? "", ids[1] ?? ""]);
    expect(await names()).toEqual(["three", "one", "two"]);
    await room.remove(ids[0] ?? "");
    expect(await names()).toEqual(["three", "two"]);
    expect(await room.remove("gone")).toEqual({ ok: false, reason: "unknown-project" });
  });

  test("those that are not named keep their order behind the others, and a new one comes last", async () => {
    const ids: string[] = [];
    const add = async (name: string) => ids.push((await added({ origin: { kind: "told" }, name })).project.id);
    const names = async () => (await room.portfolio()).projects.map(({ name }) => name);
    for (const name of ["one", "two", "three", "four"]) await add(name);
    await room.order([ids[3] ?? "", "gone", ids[3] ?? ""]);
    expect(await names()).toEqual(["four", "one", "two", "three"]);
    await room.order([ids[2] ?? ""]);
    expect(await names()).toEqual(["three", "four", "one", "two"]);
    for (const at of [2, 3]) await room.remove(ids[at] ?? "");
    await add("five");
    expect(await names()).toEqual(["one", "two", "five"]);
  });

  test("the site is written; everything is exported and read back elsewhere, however often", async () => {
    const { project } = await bikes();
    const site = join(folder.path, "site");
    expect(await room.writeSite(site, "paper")).toMatchObject({ ok: true });
    expect(readFileSync(join(site, "index.html"), "utf8")).toContain("bike stations run empty");
    expect(existsSync(join(site, "index.html"))).toBe(true);
    const out = join(folder.path, "out");
    expect(await room.exportTo(out)).toBe(1);
    const read = await readExportedPortfolio(out);
    if (!read.ok) throw new Error(read.reason.join());
    const elsewhere = await openEmpty();
    const other = roomOver(elsewhere);
    for (const _ of [1, 2]) await other.restore(read.value);
    expect(await other.project(project.id)).toEqual(await room.project(project.id));
    await elsewhere.close();
  });
});

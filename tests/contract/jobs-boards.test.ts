import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { JobsRepo, JobsRoom, reachingOf } from "../../src/features/jobs/index.ts";
import type { Outcome } from "../../src/features/jobs/schema.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { type BoardServer, startBoardServer } from "../support/board-server.ts";
import { ASHBY, GREENHOUSE, LEVER, PAGE } from "../support/job-boards.ts";
import { onEveryEngine } from "./engines.ts";

onEveryEngine((openEmpty) => {
  let store: Store;
  let server: BoardServer;
  let room: JobsRoom;
  let now: Date;
  beforeEach(async () => {
    [store, server] = await Promise.all([openEmpty(), startBoardServer()]);
    now = new Date("2026-11-27T09:00:00.000Z");
    room = roomWith({ trusted: [server.url] });
  });
  afterEach(async () => {
    await server.close();
    await store.close();
  });

  function roomWith(rules: Parameters<typeof reachingOf>[1]): JobsRoom {
    const { url } = server;
    const bases = { greenhouse: url, lever: url, "lever-eu": url, ashby: url };
    return new JobsRoom({
      repo: new JobsRepo(store),
      reaching: reachingOf({ version: "9.9.9", bases }, rules),
      sample: () => [],
      clock: () => now,
    });
  }

  async function refreshed(address: string, by = room): Promise<Outcome> {
    const added = await by.addSource(address);
    if (!added.ok) throw new Error(added.reason);
    const result = await by.refresh(added.value.id);
    if (!result.ok) throw new Error(result.reason);
    return result.value.outcomes[0] as Outcome;
  }
  const later = (minutes: number) => {
    now = new Date(+now + 60_000 * minutes);
  };
  const titles = async () => (await room.search({})).postings.map(({ title }) => title).sort();
  const one = async (text: string) => {
    const id = (await room.search({ text })).postings[0]?.id ?? "";
    const found = await room.posting(id);
    if (!found.ok) throw new Error(`no posting for ${text}`);
    return found.value;
  };

  test("a Greenhouse board is read: words of its HTML, pay of its fields or of its words, a bad posting left out", async () => {
    server.say(GREENHOUSE);
    expect(await refreshed("https://boards.greenhouse.io/quillfern")).toMatchObject({
      status: "fetched",
      open: 2,
      added: 2,
      leftOut: 1,
    });
    expect(server.asked[0]).toMatchObject({
      path: "/v1/boards/quillfern/jobs?content=true",
      headers: { "user-agent": "Holdout/9.9.9" },
    });
    const ranking = await one("ranking");
    expect(ranking).toMatchObject({
      company: "Quillfern",
      role: "mle",
      level: "senior",
      team: "Search",
      workplace: "remote",
      places: ["Berlin, Germany", "Remote - Germany"],
      postedAt: "2026-11-03T14:00:00.000Z",
      pays: [
        { min: 95_000, max: 120_000, currency: "EUR", interval: "year", from: "text", quote: "€95,000 – €120,000" },
      ],
    });
    expect(ranking.text).toContain("You own ranking & retrieval.\n\n- PyTorch\n- A/B tests");
    expect(ranking.text).not.toMatch(/[<>]|alert/);
    expect((await one("data scientist")).pays).toEqual([
      {
        min: 150_000,
        max: 190_000,
        currency: "USD",
        interval: "year",
        from: "board",
        quote: "Annual salary, New York",
      },
    ]);
  });

  test("a Lever site is read, of the world and of the EU", async () => {
    server.say(LEVER);
    expect(await refreshed("jobs.eu.lever.co/osterbeck")).toMatchObject({ open: 1, leftOut: 1 });
    expect(server.asked[0]?.path).toBe("/v0/postings/osterbeck?mode=json");
    expect(await refreshed("lever:osterbeck")).toMatchObject({ open: 1 });
    const posting = await one("forecasting");
    expect(posting).toMatchObject({
      role: "applied-scientist",
      places: ["London", "Leeds"],
      workplace: "hybrid",
      pays: [{ min: 85_000, max: 110_000, currency: "GBP", interval: "year", from: "board" }],
    });
    expect(posting.text).toContain("You bring\n- Time series\n- Python & SQL");
  });

  test("an Ashby board is read: a range a tier, equity is no salary, what is not listed stays away", async () => {
    server.say(ASHBY);
    expect(await refreshed("https://jobs.ashbyhq.com/tamarix")).toMatchObject({ open: 1, leftOut: 0 });
    expect(server.asked[0]?.path).toBe("/posting-api/job-board/tamarix?includeCompensation=true");
    expect(await one("agents")).toMatchObject({
      level: "staff",
      places: ["San Francisco", "Toronto"],
      workplace: "remote",
      pays: [
        { min: 210_000, max: 260_000, currency: "USD", quote: "US" },
        { min: 190_000, max: 230_000, currency: "CAD", quote: "Canada" },
      ],
    });
  });

  test("a page is read by its JSON-LD, in graphs and lists, with salaries in every form", async () => {
    server.say(PAGE, { "content-type": "text/html" });
    expect(await refreshed(`${server.url}/jobs`)).toMatchObject({ status: "fetched", open: 3, leftOut: 1 });
    expect(await one("research")).toMatchObject({
      company: "Fennel Labs",
      url: `${server.url}/jobs/r-1`,
      places: ["Zürich, CH"],
      workplace: "remote",
      text: "Study attention.",
      pays: [{ min: 130_000, max: 160_000, currency: "CHF", interval: "year" }],
    });
    expect((await one("intern")).pays).toMatchObject([{ min: 35, max: 35, currency: "CHF", interval: "hour" }]);
    expect((await one("data")).pays).toMatchObject([{ min: 70_000, max: 70_000, currency: "EUR", interval: null }]);
    expect((await room.search({ place: "zurich" })).found).toBe(1);
  });

  test("JSON-LD in the wrapping of old templates is read, and what is broken at length comes to an end", async () => {
    const job = `{"@type":"JobPosting","title":"ML Engineer","description":"Rank things."}`;
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
    server.say(`${script(`//<![CDATA[\n${job}\n// ]]>\n`)}${script(`{-->${" ".repeat(300_000)}x`)}`);
    expect(await refreshed(`${server.url}/jobs`)).toMatchObject({ status: "fetched", open: 1 });
  });

  test("a posting that is gone is closed with its day, one that comes back is open, and neither is deleted", async () => {
    server.say(LEVER.slice(0, 1));
    await refreshed("lever:osterbeck");
    const { id } = await one("forecasting");
    later(16);
    server.say([]);
    expect(await refreshed("lever:osterbeck")).toMatchObject({ status: "fetched", open: 0, closed: 1 });
    expect((await room.search({})).found).toBe(0);
    expect(await room.posting(id)).toMatchObject({ value: { closedAt: now.toISOString() } });
    expect((await room.search({ closed: "shown" })).found).toBe(1);
    later(16);
    server.say(LEVER);
    expect(await refreshed("lever:osterbeck")).toMatchObject({ open: 1, added: 1 });
    expect(await room.posting(id)).toMatchObject({ value: { closedAt: null } });
  });

  test("where a posting does not say which it is, none is taken for gone", async () => {
    server.say(LEVER.slice(0, 1));
    await refreshed("lever:osterbeck");
    later(16);
    server.say([{ text: "Without an id" }]);
    expect(await refreshed("lever:osterbeck")).toMatchObject({ open: 1, closed: 0, leftOut: 1 });
  });

  test("a board is asked again after 15 minutes, and only for what changed", async () => {
    server.answer((request, response) => {
      response.setHeader("etag", '"v1"');
      response.setHeader("last-modified", "Fri, 27 Nov 2026 08:00:00 GMT");
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else response.end(JSON.stringify(LEVER));
    });
    await refreshed("lever:osterbeck");
    later(14);
    expect(await refreshed("lever:osterbeck")).toMatchObject({
      status: "too-soon",
      said: expect.stringContaining("in 1 min"),
    });
    expect(server.asked).toHaveLength(1);
    later(1);
    expect(await refreshed("lever:osterbeck")).toMatchObject({ status: "unchanged", open: 1 });
    expect(server.asked[1]?.headers["if-modified-since"]).toBe("Fri, 27 Nov 2026 08:00:00 GMT");
  });

  test("a packed answer is unpacked", async () => {
    server.answer((_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(JSON.stringify(LEVER)));
    });
    expect(await refreshed("lever:osterbeck")).toMatchObject({ status: "fetched", open: 1 });
  });

  test("two who ask at once ask once", async () => {
    server.say(LEVER);
    await room.addSource("lever:osterbeck");
    await Promise.all([room.refresh(), room.refresh()]);
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    [
      "a board that is not there",
      (s: BoardServer) => s.answer((_, r) => r.writeHead(404).end("{}")),
      'no Lever board "osterbeck"',
    ],
    ["a server with an error", (s: BoardServer) => s.answer((_, r) => r.writeHead(500).end()), "HTTP 500"],
    ["one that has enough of us", (s: BoardServer) => s.answer((_, r) => r.writeHead(429).end()), "too often"],
    [
      "a page in place of JSON",
      (s: BoardServer) => s.say("<!doctype html><p>Sign in</p>"),
      "a page where JSON was expected",
    ],
    ["JSON that breaks off", (s: BoardServer) => s.say('[{"id":"1","text":"ML'), "breaks off"],
    ["JSON of something else", (s: BoardServer) => s.say({ ok: true }), "without a list of jobs"],
    [
      "an answer that breaks off",
      (s: BoardServer) =>
        s.answer((_, r) => {
          r.writeHead(200, { "content-length": "1000" });
          r.write("[", () => r.destroy());
        }),
      "broke off its answer",
    ],
    ["30 MB", (s: BoardServer) => s.say(" ".repeat(30_000_000)), "more than 20 MB"],
    [
      "a redirect without an end",
      (s: BoardServer) => s.answer((q, r) => r.writeHead(302, { location: q.url ?? "" }).end()),
      "without an end",
    ],
  ])("%s: said in words, and what there was is kept", async (_, prepare, words) => {
    server.say(LEVER);
    await refreshed("lever:osterbeck");
    later(16);
    prepare(server);
    expect(await refreshed("lever:osterbeck")).toMatchObject({
      status: "failed",
      said: expect.stringContaining(words),
      open: 1,
    });
    expect(await titles()).toEqual(["Applied Scientist, Forecasting"]);
    expect((await room.sources()).sources[0]?.outcome?.status).toBe("failed");
    later(1);
    expect(await refreshed("lever:osterbeck")).toMatchObject({ status: "too-soon" });
  });

  test("a packed bomb is stopped where it grows too large", async () => {
    server.answer((_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(Buffer.alloc(60_000_000)));
    });
    expect(await refreshed("lever:osterbeck")).toMatchObject({
      status: "failed",
      said: expect.stringContaining("20 MB"),
    });
  });

  test("a server that takes its time is not waited for, at its headers or in the middle; it may be asked again at once", async () => {
    const hasty = roomWith({ timeoutMs: 150 });
    server.answer(() => {});
    expect(await refreshed("lever:osterbeck", hasty)).toMatchObject({ said: expect.stringContaining("took longer") });
    server.answer((_, response) => {
      response.write("[");
    });
    expect(await refreshed("lever:osterbeck", hasty)).toMatchObject({ said: expect.stringContaining("took longer") });
  });

  test("a server that is not there says so", async () => {
    await server.close();
    expect(await refreshed("lever:osterbeck")).toMatchObject({
      status: "failed",
      said: expect.stringContaining("ECONNREFUSED"),
    });
    server = await startBoardServer();
  });

  test("an address inside the network is not fetched: typed, by its name, or where a page leads", async () => {
    const strict = roomWith({ lookup: async () => ["10.0.0.7"] });
    for (const typed of [
      server.url,
      "http://10.1.2.3/jobs",
      "http://[::1]/",
      "http://169.254.169.254/latest",
      "http://inside.example/",
    ])
      expect(await refreshed(typed, strict)).toMatchObject({
        status: "failed",
        said: expect.stringContaining("inside your network"),
      });
    expect(server.asked).toEqual([]);
    const other = await startBoardServer();
    server.answer((_, response) => response.writeHead(302, { location: `${other.url}/secret` }).end());
    expect(await refreshed("lever:osterbeck", roomWith({}))).toMatchObject({
      status: "failed",
      said: expect.stringContaining("inside your network"),
    });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test("the page of one job that is gone closes it; a page without postings is told of", async () => {
    server.say(PAGE);
    await refreshed(`${server.url}/jobs`);
    later(16);
    server.say("<p>Nothing here.</p>");
    expect(await refreshed(`${server.url}/jobs`)).toMatchObject({
      said: expect.stringContaining("no JobPosting"),
      open: 3,
    });
    later(16);
    server.answer((_, response) => response.writeHead(410).end());
    expect(await refreshed(`${server.url}/jobs`)).toMatchObject({ status: "fetched", open: 0, closed: 3 });
  });

  test("what is no board is refused with what one looks like", async () => {
    for (const typed of [
      "acme",
      "ftp://example.com/jobs",
      "two words",
      "file:///etc/passwd",
      "https://a:b@example.com/",
    ])
      expect(await room.addSource(typed)).toMatchObject({ ok: false });
    expect((await room.sources()).sources).toEqual([]);
    expect(await room.addSource("https://jobs.ashbyhq.com/%zz")).toMatchObject({ ok: true });
    expect((await room.sources()).sources).toMatchObject([{ kind: "ashby", board: "%zz" }]);
  });

  test("a board is removed with its postings, but for those that were applied to", async () => {
    server.say(GREENHOUSE);
    await refreshed("greenhouse:quillfern");
    const { id } = await one("ranking");
    await room.applications.begin({ postingId: id });
    const [source] = (await room.sources()).sources;
    expect(await room.removeSource(source?.id ?? "")).toMatchObject({ value: { sources: [] } });
    expect((await room.search({ closed: "shown" })).postings.map((each) => each.id)).toEqual([id]);
    expect((await room.applications.board()).applications).toMatchObject([{ posting: "closed" }]);
    expect(await room.removeSource("gone")).toEqual({ ok: false, reason: "unknown-board" });
    expect(await room.refresh("gone")).toEqual({ ok: false, reason: "unknown-board" });
  });
});

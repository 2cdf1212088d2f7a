import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { FeedsRepo, PapersRepo, ReadingRoom } from "../../src/features/reading/index.ts";
import type { Refreshed } from "../../src/features/reading/schema.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { atom, body, type FeedServer, startFeedServer } from "../support/feed-server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

// Real servers on loopback: some say what feeds say, some say what no feed should.

const SKILLS = new Map(
  [
    { id: "genai.quantisation", title: "Quantisation" },
    { id: "genai.diffusion", title: "Diffusion models" },
    { id: "research.paper-reading", title: "Reading papers" },
  ].map((skill) => [skill.id, skill]),
);
const MINUTE_MS = 60_000;

let server: FeedServer;
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  server = await startFeedServer();
  folder = temporaryFolder();
});
afterAll(() => {
  server.close();
  folder[Symbol.dispose]();
});

onEveryEngine((openEmpty) => {
  let store: Store;
  let room: ReadingRoom;
  let now: Date;
  let waited: number[];
  let grader: ThreadedGrader;
  beforeEach(async () => {
    store = await openEmpty();
    now = new Date("2026-03-04T05:06:07.890Z");
    waited = [];
    grader = new ThreadedGrader(join(folder.path, "no encoder"));
    room = openRoom("allowed");
  });
  afterEach(async () => {
    await grader.close();
    await store.close();
  });

  function openRoom(loopback: "allowed" | "refused"): ReadingRoom {
    return new ReadingRoom({
      papers: new PapersRepo(store),
      feeds: new FeedsRepo(store),
      skills: SKILLS,
      grader,
      language: new LanguageModelStore(folder.path),
      net: { lookup: async () => ["127.0.0.1"], loopback, agent: "Holdout/test" },
      clock: () => now,
      wait: async (ms) => {
        waited.push(ms);
        now = new Date(+now + ms);
      },
    });
  }

  async function subscribe(path: string): Promise<string> {
    const address = path.startsWith("http") ? path : `${server.url}${path}`;
    const added = await room.subscriptions.add(address);
    if (!added.ok) throw new Error(JSON.stringify(added.reason));
    return added.value.feeds.find((feed) => feed.address === address)?.id ?? "";
  }
  async function refreshed(id: string): Promise<Refreshed> {
    const done = await room.refresh(id);
    if (!done.ok) throw new Error(done.reason);
    return done.value;
  }
  const later = (minutes: number) => {
    now = new Date(+now + minutes * MINUTE_MS);
  };

  test("a feed is fetched when asked for, read offline, searched, and what changes in it is not there twice", async () => {
    const items = [
      {
        id: "urn:1",
        title: "Quantization of KV caches",
        link: "/1",
        text: "&lt;p&gt;Four bits &lt;b&gt;suffice&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
      },
      { id: "urn:2", title: "Old news", link: "javascript:alert(1)", date: "2025-01-01T00:00:00Z" },
    ];
    server.serve("/lab", body(atom(items)));
    const id = await subscribe("/lab");
    expect((await room.subscriptions.entries({})).entries).toEqual([]);
    expect(await refreshed(id)).toMatchObject({ outcome: "read", added: 2, feed: { title: "A lab", fault: null } });
    const { entries } = await room.subscriptions.entries({});
    expect(entries.map(({ title, text, link, feed }) => ({ title, text, link, feed }))).toEqual([
      { title: "Quantization of KV caches", text: "Four bits suffice.", link: `${server.url}/1`, feed: "A lab" },
      { title: "Old news", text: "", link: null, feed: "A lab" },
    ]);
    expect((await room.subscriptions.entries({ words: "FOUR quantiz" })).entries).toHaveLength(1);
    expect((await room.subscriptions.entries({ words: "100%_ suffice'" })).entries).toHaveLength(0);
    server.serve(
      "/lab",
      body(atom([{ ...items[0], title: "Quantization, revised" }, ...items.slice(1)] as typeof items)),
    );
    later(16);
    expect(await refreshed(id)).toMatchObject({ outcome: "read", added: 0, said: "Nothing new." });
    expect((await room.subscriptions.entries({})).entries[0]?.title).toBe("Quantization, revised");
  });

  test("a feed is left alone for 15 minutes, and asked only for what has changed", async () => {
    server.serve("/polite", (request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else body(atom([{ id: "a", title: "One" }]), "application/atom+xml", { etag: '"v1"' })(request, response);
    });
    const id = await subscribe("/polite");
    const before = server.asked.length;
    await Promise.all([refreshed(id), refreshed(id)]);
    later(14);
    expect(await refreshed(id)).toMatchObject({ outcome: "waits", said: expect.stringContaining("again in 1 min") });
    expect(server.asked.length - before).toBe(1);
    later(2);
    expect(await refreshed(id)).toMatchObject({ outcome: "unchanged", added: 0 });
    expect(server.asked.at(-1)?.headers["user-agent"]).toBe("Holdout/test");
    now = new Date("2020-01-01T00:00:00Z");
    expect(await refreshed(id)).toMatchObject({ outcome: "unchanged" });
  });

  test("a feed that is removed while it is fetched leaves nothing behind", async () => {
    const id = await subscribe("/slow");
    server.serve("/slow", (request, response) => {
      void room.subscriptions.remove(id).then(() => body(atom([{ title: "Late" }]))(request, response));
    });
    await room.refresh(id);
    expect((await room.subscriptions.entries({ words: "late" })).entries).toEqual([]);
  });

  test("arXiv is asked every three seconds at most", async () => {
    server.serve(
      "/api/query",
      body(atom([{ id: "http://arxiv.org/abs/2401.12345v2", title: "P", link: "http://arxiv.org/abs/2401.12345v2" }])),
    );
    const ids = [];
    for (const search of ["a", "b", "c"])
      ids.push(await subscribe(`http://export.arxiv.org:${server.port}/api/query?search_query=${search}`));
    const done = await Promise.all(ids.map(refreshed));
    expect(done.map(({ outcome }) => outcome)).toEqual(["read", "read", "read"]);
    expect(waited).toEqual([3_000, 3_000]);
    const { entries } = await room.subscriptions.entries({});
    expect(entries.map(({ arxivId }) => arxivId)).toEqual(["2401.12345"]);
  });

  test("what is no feed is told in words, and what was read before stays", async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`;
    const cases: [string, Parameters<FeedServer["serve"]>[1], RegExp][] = [
      [
        "/page",
        body(
          '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/real.xml"></head></html>',
          "text/html",
        ),
        /web page.*\/real\.xml/,
      ],
      ["/laughs", body(laughs), /entities of its own/],
      ["/words", body("hello"), /no feed: neither/],
      ["/none", body(""), /no feed: neither/],
      [
        "/large",
        body(gzipSync(Buffer.alloc(11_000_000, 32)), "application/xml", { "content-encoding": "gzip" }),
        /larger than 10 MB/,
      ],
      ["/packed", body("no gzip", "application/xml", { "content-encoding": "gzip" }), /does not unpack/],
      ["/broken", (_, response) => void response.writeHead(500).end(), /answered 500/],
      ["/busy", (_, response) => void response.writeHead(429).end(), /left alone/],
      [
        "/cut",
        (_, response) => {
          response.writeHead(200, { "content-length": "1000" });
          response.write("<rss>", () => response.destroy());
        },
        /broke off/,
      ],
      ["/round", (_, response) => void response.writeHead(302, { location: "/round" }).end(), /without an end/],
      [
        "/inside",
        (_, response) => void response.writeHead(302, { location: "http://10.0.0.1/feed" }).end(),
        /inside your network/,
      ],
      [
        "/file",
        (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
        /no web address/,
      ],
    ];
    server.serve("/turns", body(atom([{ id: "kept", title: "Kept" }])));
    const kept = await subscribe("/turns");
    await refreshed(kept);
    for (const [path, serve, said] of cases) {
      server.serve(path, serve);
      const id = await subscribe(path);
      const { outcome, said: told, feed } = await refreshed(id);
      expect([path, outcome, told]).toEqual([path, "failed", expect.stringMatching(said)]);
      expect(feed.fault).toBe(told);
    }
    server.serve("/turns", body("<html>"));
    later(16);
    expect(await refreshed(kept)).toMatchObject({ outcome: "failed", feed: { title: "A lab" } });
    expect((await room.subscriptions.entries({})).entries.map(({ title }) => title)).toEqual(["Kept"]);
  });

  test("a server says in seconds or by a date when it may be asked again, a day from now at most", async () => {
    // a date has no fractions of a second
    now = new Date("2026-03-04T05:06:07Z");
    const date = (minutes: number) => new Date(+now + minutes * MINUTE_MS).toUTCString();
    const cases = [
      ["/seconds", "7200", 120],
      ["/date", date(180), 180],
      ["/past", date(-180), 15],
      ["/far", date(9_000), 1_440],
      ["/odd", "soon", 15],
    ] as const;
    for (const [path, retryAfter, minutes] of cases) {
      server.serve(path, (_, response) => void response.writeHead(503, { "retry-after": retryAfter }).end());
      const { feed } = await refreshed(await subscribe(path));
      expect([path, Date.parse(feed.nextAt ?? "") - +now]).toEqual([path, minutes * MINUTE_MS]);
    }
  });

  test("a feed in another encoding than it names is read, and said to be odd", async () => {
    const latin = Buffer.from(atom([{ id: "l", title: "Schätzer für Ränge" }]), "latin1");
    server.serve("/latin", body(latin, "application/xml; charset=utf-8"));
    const id = await subscribe("/latin");
    expect(await refreshed(id)).toMatchObject({
      outcome: "read",
      feed: { note: expect.stringContaining("Windows-1252") },
    });
    expect((await room.subscriptions.entries({ words: "schätzer ränge" })).entries).toHaveLength(1);
  });

  test("addresses inside the network are refused, by number at once and by name when they are looked up", async () => {
    const strict = openRoom("refused");
    for (const address of [
      "http://127.0.0.1/feed",
      "localhost:80/x",
      "http://192.168.1.1/",
      "http://[::1]/feed",
      "http://169.254.169.254/",
    ])
      expect(await strict.subscriptions.add(address)).toMatchObject({
        ok: false,
        reason: { said: expect.stringContaining("inside your network") },
      });
    for (const address of [
      "",
      "not an address",
      "ftp://example.org/feed",
      "file:///etc/passwd",
      "https://me:secret@example.org/",
    ])
      expect(await strict.subscriptions.add(address)).toMatchObject({ ok: false });
    const added = await strict.subscriptions.add(`http://rebinding.example:${server.port}/lab`);
    const before = server.asked.length;
    const id = added.ok ? (added.value.feeds[0]?.id ?? "") : "";
    expect(await strict.refresh(id)).toMatchObject({
      ok: true,
      value: { outcome: "failed", said: expect.stringContaining("inside your network") },
    });
    expect(server.asked.length).toBe(before);
  });

  test("lists of feeds come in and go out as OPML, and nothing is fetched for it", async () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
      <outline text="Labs"><outline type="rss" text="A &amp; B" xmlUrl="https://example.org/a.xml"/>
      <outline type="rss" text="inside" xmlUrl="http://10.0.0.8/x"/></outline>
      <outline type="rss" text="again" xmlUrl="https://example.org/a.xml"/><outline type="rss" xmlUrl="https://example.com/b"/></body></opml>`;
    const before = server.asked.length;
    expect(await room.subscriptions.takeOpml(opml)).toMatchObject({
      ok: true,
      value: { added: 2, known: 0, refused: [expect.stringContaining("10.0.0.8")] },
    });
    expect(await room.subscriptions.takeOpml(await room.subscriptions.opml())).toMatchObject({
      ok: true,
      value: { added: 0, known: 2 },
    });
    expect((await room.subscriptions.list()).feeds.map(({ title }) => title)).toEqual(["again", "example.com"]);
    for (const wrong of ["", "<html></html>", "<opml><body>", "{}"])
      expect(await room.subscriptions.takeOpml(wrong)).toMatchObject({ ok: false });
    expect(server.asked.length).toBe(before);
  });

  test("an entry becomes a paper once, outlives its feed, and what is dropped stays away", async () => {
    server.serve(
      "/papers",
      body(
        atom([
          {
            id: "oai:arXiv.org:2402.00001v1",
            title: "P",
            link: "https://arxiv.org/abs/2402.00001",
            text: "An abstract.",
          },
          { id: "q", title: "Q" },
        ]),
      ),
    );
    const id = await subscribe("/papers");
    await refreshed(id);
    const { entries } = await room.subscriptions.entries({});
    const [p, q] = ["P", "Q"].map((title) => entries.find((each) => each.title === title)?.id ?? "");
    const taken = await room.take(p ?? "");
    expect(taken).toMatchObject({
      ok: true,
      value: { paper: { title: "P", arxivId: "2402.00001", abstract: "An abstract.", status: "to-read" } },
    });
    await room.take(p ?? "");
    await room.drop(q ?? "");
    later(16);
    await refreshed(id);
    expect((await room.subscriptions.entries({})).entries).toEqual([]);
    expect((await room.subscriptions.entries({ words: "q" })).entries.map(({ state }) => state)).toEqual(["dropped"]);
    await room.subscriptions.remove(id);
    expect((await room.overview()).papers.map(({ title }) => title)).toEqual(["P"]);
    expect(await room.take("gone")).toEqual({ ok: false, reason: "unknown-entry" });
    expect(await room.refresh(id)).toEqual({ ok: false, reason: "unknown-feed" });
  });

  test("what changed lately is told for the skills that somebody works on, with the words that named them", async () => {
    expect((await room.overview()).lately).toMatchObject({ skills: [], readAt: null, prepared: 0 });
    server.serve(
      "/news",
      body(
        atom([
          { id: "n1", title: "Quantized models at two bits", date: "2026-02-20T00:00:00Z" },
          { id: "n2", title: "An older one on quantization", date: "2025-12-20T00:00:00Z" },
          { id: "n3", title: "On diffusion models", date: "2026-02-21T00:00:00Z" },
        ]),
      ),
    );
    await refreshed(await subscribe("/news"));
    const added = await room.add({ title: "Mine", authors: [], url: null, arxivId: null });
    await room.setSkills(added.ok ? added.value.paper.id : "", ["genai.quantisation"]);
    const { lately } = await room.overview();
    expect(lately.skills).toMatchObject([
      {
        skill: { id: "genai.quantisation" },
        entries: [
          { title: "Quantized models at two bits", at: "2026-02-20T00:00:00.000Z", feed: "A lab", words: "quantized" },
        ],
      },
    ]);
    expect(lately.readAt).toBe(now.toISOString());
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { ApiError } from "./client.ts";
import { createDraftKeeper, type DraftKeeper, type KeptText, type SaveState } from "./draft-keeper.ts";

/** A server and a browser storage that work, a clock that is turned by hand. */
function world() {
  const server = { drafts: [] as string[], full: false, answer: Promise.resolve() };
  const states: SaveState[] = [];
  const local: { copy: KeptText | null } = { copy: null };
  let due: { run: () => void; delayMs: number } | null = null;
  const keeper = createDraftKeeper({
    put: async (text) => {
      await server.answer;
      if (server.full) throw new ApiError({ code: "disk-full", status: 507, message: "The server's disk is full." });
      server.drafts.push(text);
      return { savedAt: "2026-01-01T10:00:00.000Z" };
    },
    keep: (copy) => {
      local.copy = copy;
    },
    now: () => new Date("2026-01-01T09:59:59.000Z"),
    later: (run, delayMs) => {
      due = { run, delayMs };
      return () => {
        due = null;
      };
    },
    onState: (state) => states.push(state),
  });
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const pause = async (): Promise<number | undefined> => {
    const delayMs = due?.delayMs;
    due?.run();
    await settle();
    return delayMs;
  };
  return { server, states, local, keeper, pause, settle };
}

let at: ReturnType<typeof world>;
let keeper: DraftKeeper;
beforeEach(() => {
  at = world();
  keeper = at.keeper;
});

describe("typing", () => {
  test("is kept in the browser with every keystroke and sent once, when it pauses", async () => {
    keeper.edit("d");
    expect(at.local.copy).toMatchObject({ text: "d", saved: false });
    keeper.edit("de");
    keeper.edit("def");
    await at.pause();
    expect(at.server.drafts).toEqual(["def"]);
    expect(at.local.copy).toMatchObject({ text: "def", saved: true });
    expect(at.states.at(-1)).toEqual({ kind: "saved", at: "2026-01-01T10:00:00.000Z" });
  });

  test("while a request is under way is not called saved by its answer", async () => {
    let release = () => {};
    at.server.answer = new Promise((resolve) => {
      release = resolve;
    });
    keeper.edit("one");
    await at.pause();
    keeper.edit("two");
    release();
    await at.settle();
    expect(at.local.copy).toMatchObject({ text: "two", saved: false });
    expect(at.states.at(-1)).toEqual({ kind: "saving" });
    await at.pause();
    expect(at.server.drafts).toEqual(["one", "two"]);
    expect(at.states.at(-1)?.kind).toBe("saved");
  });
});

describe("a failure", () => {
  test("is told with its reason, tried again later, and loses nothing", async () => {
    at.server.full = true;
    keeper.edit("precious");
    await at.pause();
    expect(at.states.at(-1)).toEqual({ kind: "unsaved", reason: "The server's disk is full." });
    expect(at.local.copy).toMatchObject({ text: "precious", saved: false });
    at.server.full = false;
    expect(await at.pause()).toBe(2_000);
    expect(at.server.drafts).toEqual(["precious"]);
  });

  test("waits longer each time", async () => {
    at.server.full = true;
    keeper.edit("x");
    const delays = [await at.pause(), await at.pause(), await at.pause()];
    expect(delays).toEqual([300, 2_000, 5_000]);
  });
});

test("leaving the page sends what the pause had not", async () => {
  keeper.edit("last words");
  keeper.leave();
  await at.settle();
  expect(at.server.drafts).toEqual(["last words"]);
});

test("leaving with nothing new sends nothing", () => {
  keeper.leave();
  expect(at.states).toEqual([]);
});

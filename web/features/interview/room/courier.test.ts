import { expect, test } from "vitest";
import { ApiError } from "../../../api/client.ts";
import type { Session, Turn } from "../types.ts";
import { createCourier, type Parcel } from "./courier.ts";

const turn = (seq: number, who: Turn["who"]): Turn => ({ seq, who, round: 0, atMs: 0, act: null, text: "", did: null });
const say: Parcel = { step: "say", event: "event-one", after: 2, round: 0, body: { text: "Because." } };
const failure = (code: string, status: number) => new ApiError({ code, status, message: code });

/** A server with a log, as strict about places and as forgiving about repetition as the real one. */
function world() {
  const log: { id: string; turn: Turn }[] = [
    { id: "opened", turn: turn(1, "interviewer") },
    { id: "asked", turn: turn(2, "interviewer") },
  ];
  const kept: (Parcel | null)[] = [];
  const waits: number[] = [];
  const server = { down: 0, loseAnswers: 0, current: 0 as number | null };
  const look = async (): Promise<Session> =>
    ({
      id: "s",
      seq: log.length,
      current: server.current,
      finishedAt: null,
      turns: log.map((each) => each.turn),
    }) as Session;
  const courier = createCourier({
    look,
    keep: (parcel) => void kept.push(parcel),
    onWaiting: () => undefined,
    later: (run, delayMs) => {
      waits.push(delayMs);
      queueMicrotask(run);
      return () => undefined;
    },
    post: async ({ event, after }) => {
      if (server.down-- > 0) throw failure("server-down", 0);
      if (!log.some(({ id }) => id === event)) {
        if (server.current === null) throw failure("no-round", 409);
        if (after !== log.length) throw failure("moved-on", 409);
        log.push({ id: event, turn: turn(log.length + 1, "candidate") });
      }
      if (server.loseAnswers-- > 0) throw failure("server-down", 0);
      return look();
    },
  });
  return { log, kept, waits, server, courier };
}

test("what is taken is forgotten, and was kept before it was sent", async () => {
  const { courier, kept, log } = world();
  expect(await courier.deliver(say)).toMatchObject({ kind: "taken", session: { seq: 3 } });
  expect(kept).toEqual([say, null]);
  expect(log).toHaveLength(3);
});

test("a server that is away is tried again, with longer waits, and gets it once", async () => {
  const { courier, server, waits, log } = world();
  server.down = 3;
  expect((await courier.deliver(say)).kind).toBe("taken");
  expect(waits).toEqual([1_000, 2_000, 5_000]);
  expect(log.filter(({ id }) => id === say.event)).toHaveLength(1);
});

test("an answer that is lost on the way doubles nothing", async () => {
  const { courier, server, log } = world();
  server.loseAnswers = 2;
  expect((await courier.deliver(say)).kind).toBe("taken");
  expect(log.filter(({ id }) => id === say.event)).toHaveLength(1);
});

test("a nudge in the same second does not turn words away", async () => {
  const { courier, log } = world();
  log.push({ id: "nudge", turn: turn(3, "interviewer") });
  expect(await courier.deliver(say)).toMatchObject({ kind: "taken", session: { seq: 4 } });
});

test("where another tab has spoken nothing is added, and the mock as it is comes back", async () => {
  const { courier, log, kept } = world();
  log.push({ id: "other", turn: turn(3, "candidate") }, { id: "asked-2", turn: turn(4, "interviewer") });
  expect(await courier.deliver(say)).toMatchObject({ kind: "elsewhere", session: { seq: 4 } });
  expect(log).toHaveLength(4);
  expect(kept.at(-1)).toBeNull();
});

test("words that come after the end of the round are not said in the next", async () => {
  const { courier, server } = world();
  server.current = null;
  expect((await courier.deliver(say)).kind).toBe("elsewhere");
});

test("a refusal comes back with its reason and is not sent again", async () => {
  const courier = createCourier({
    post: async () => Promise.reject(failure("bad-input", 400)),
    look: () => Promise.reject(new Error("nobody looks")),
    keep: () => undefined,
    onWaiting: () => undefined,
    later: () => () => undefined,
  });
  expect(await courier.deliver(say)).toMatchObject({ kind: "refused", error: { code: "bad-input" } });
});

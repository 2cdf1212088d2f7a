import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSseParser, readEvents, type ServerEvent } from "./sse.ts";

function parse(...pieces: string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  const parser = createSseParser((event) => events.push(event));
  for (const piece of pieces) parser.feed(piece);
  return events;
}

test("an event arrives with its blank line, not before", () => {
  expect(parse("event: test\ndata: {}\n")).toEqual([]);
  expect(parse("event: test\ndata: {}\n", "\n")).toEqual([{ event: "test", data: "{}" }]);
});

test("lines of data are joined, comments and unknown fields passed over", () => {
  expect(parse(": keep-alive\n\nid: 4\ndata: a\ndata:b\n\n")).toEqual([{ event: "message", data: "a\nb" }]);
});

test("the name of an event does not leak into the next", () => {
  expect(parse("event: verdict\ndata: 1\n\ndata: 2\n\n").map(({ event }) => event)).toEqual(["verdict", "message"]);
});

test("cut anywhere, the stream reads the same", () => {
  const events = [
    { event: "started", data: '{"total":2}' },
    { event: "test", data: '{"why":"ties: half a win"}' },
    { event: "verdict", data: "{}" },
  ];
  const ends = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(ends, fc.array(fc.nat(120), { maxLength: 12 }), (end, cuts) => {
      const text = events.map(({ event, data }) => `event: ${event}${end}data: ${data}${end}${end}`).join("");
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
      const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
      // a lone CR at the very end stays open: one more line break closes it
      expect(parse(...pieces, ": end\n")).toEqual(events);
    }),
  );
});

test("a response is read to its end, split characters included", async () => {
  const bytes = new TextEncoder().encode('event: test\ndata: {"got":"−∞"}\n\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const seen: unknown[] = [];
  await readEvents(new Response(body), (event, data) => seen.push([event, data]));
  expect(seen).toEqual([["test", { got: "−∞" }]]);
});

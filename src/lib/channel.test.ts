import { expect, test } from "vitest";
import { createChannel } from "./channel.ts";

async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

test("what is pushed before and after the reader came arrives in order, then it ends", async () => {
  const channel = createChannel<number>();
  channel.push(1);
  setTimeout(() => {
    channel.push(2);
    channel.end();
  });
  expect(await allOf(channel)).toEqual([1, 2]);
});

test("a reader that leaves early stops nothing", async () => {
  const channel = createChannel<number>();
  channel.push(1);
  for await (const value of channel) {
    expect(value).toBe(1);
    break;
  }
  channel.push(2);
  channel.end();
  expect(await allOf(channel)).toEqual([]);
});

import { expect, test } from "vitest";
import { inRange } from "./in-range.ts";

const served = async (range: string | undefined) => {
  const whole = new Response("0123456789", { headers: { "content-type": "audio/wav" } });
  const answer = await inRange(whole, range);
  return [answer.status, await answer.text(), answer.headers.get("content-range")];
};

test("what is asked for is served as a part, and says where it lies in the whole", async () => {
  expect(await served("bytes=0-1")).toEqual([206, "01", "bytes 0-1/10"]);
  expect(await served("bytes=4-")).toEqual([206, "456789", "bytes 4-9/10"]);
  expect(await served("bytes=8-99")).toEqual([206, "89", "bytes 8-9/10"]);
  expect(await served("bytes=-3")).toEqual([206, "789", "bytes 7-9/10"]);
  expect(await served("bytes=-99")).toEqual([206, "0123456789", "bytes 0-9/10"]);
});

test("a part that is not there is refused", async () => {
  for (const range of ["bytes=10-", "bytes=10-12", "bytes=5-4", "bytes=-0"])
    expect(await served(range), range).toEqual([416, "", "bytes */10"]);
});

test("without a range, or with one that is none, it is served whole", async () => {
  for (const range of [undefined, "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"])
    expect(await served(range), range).toEqual([200, "0123456789", null]);
});

test("what is not there has no parts", async () => {
  const answer = await inRange(new Response("gone", { status: 404 }), "bytes=0-1");
  expect([answer.status, answer.headers.get("accept-ranges")]).toEqual([404, null]);
});

const KEEP_ALIVE_MS = 15_000;

/** Events as `text/event-stream` (WHATWG HTML, 9.2). A reader that leaves ends the stream, not what feeds it. */
export function eventStream(events: AsyncIterable<{ event: string; data: unknown }>): Response {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  let keepAlive: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      keepAlive = setInterval(() => controller.enqueue(encoder.encode(": still at it\n\n")), KEEP_ALIVE_MS);
    },
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) {
        clearInterval(keepAlive);
        return controller.close();
      }
      const { event, data } = next.value;
      controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    },
    async cancel() {
      clearInterval(keepAlive);
      await iterator.return?.();
    },
  });
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  };
  return new Response(stream, { headers });
}

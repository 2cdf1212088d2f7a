export type ServerEvent = { event: string; data: string };

/**
 * Incremental parser of `text/event-stream` (WHATWG HTML, 9.2.6): feed it decoded text in pieces of any size, it hands
 * on each event as soon as its blank line arrives. `id` and `retry` are not used here and are passed over.
 */
export function createSseParser(onEvent: (event: ServerEvent) => void): { feed(text: string): void } {
  let rest = "";
  let event = "";
  let data: string[] = [];

  const takeLine = (line: string): void => {
    if (line === "") {
      if (data.length > 0) onEvent({ event: event || "message", data: data.join("\n") });
      event = "";
      data = [];
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    if (field === "data") data.push(value);
  };

  return {
    feed(text) {
      rest += text;
      // a CR at the very end may be the first half of CR LF: wait for what follows
      const whole = rest.endsWith("\r") ? rest.length - 1 : rest.length;
      const lines = rest.slice(0, whole).split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? "") + rest.slice(whole);
      for (const line of lines) takeLine(line);
    },
  };
}

/** Reads a response's events until it ends; each `data` is JSON. */
export async function readEvents(response: Response, onEvent: (event: string, data: unknown) => void): Promise<void> {
  const parser = createSseParser(({ event, data }) => onEvent(event, JSON.parse(data)));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(value);
  }
}

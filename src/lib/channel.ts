/** A queue between one writer and one reader. A reader that leaves early stops nothing: what is pushed then is dropped. */
export type Channel<T> = AsyncIterable<T> & { push: (value: T) => void; end: () => void };

export function createChannel<T>(): Channel<T> {
  const waiting: T[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const nudge = () => {
    wake?.();
    wake = undefined;
  };
  return {
    push(value) {
      if (!ended) waiting.push(value);
      nudge();
    },
    end() {
      ended = true;
      nudge();
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const next = waiting.shift();
          if (next !== undefined) yield next;
          else if (ended) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        ended = true;
        waiting.length = 0;
      }
    },
  };
}

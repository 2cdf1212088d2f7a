import { Markdown } from "../../../ui/markdown/markdown.tsx";
import type { Level } from "../types.ts";

/** What a level asks, once the one before is passed; until then only that it exists. */
export function LevelText({ level: { level, unlocked, text } }: { level: Level }) {
  if (level === 1 && !text) return null;
  if (!unlocked)
    return (
      <p className="caption mt-4 border-t border-line pt-3">
        Level {level} opens when level {level - 1} passes.
      </p>
    );
  return (
    <section data-level={level} aria-label={`Level ${level}`} className="settle mt-4 border-t border-line pt-3">
      <Markdown text={text ?? ""} />
    </section>
  );
}

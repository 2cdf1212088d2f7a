/** A tool as the directory lists it, as far as a posting can name it. */
export type NamedTool = { name: string; also?: readonly string[] | undefined; kind: string };

/** Names by their first word in lower case. */
export type ToolNames = ReadonlyMap<string, readonly Named[]>;
type Named = { name: string; skill: string; plain: boolean };
export type FoundTool = {
  skill: string;
  start: number;
  end: number /** The name is an ordinary word too. */;
  plain: boolean;
};

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const SHORTEST_NAME = 3;

/** The names that show a skill: `kinds` says which skill a kind of tool shows. */
export function toolNamesOf(tools: readonly NamedTool[], kinds: Readonly<Record<string, string>>): ToolNames {
  const named = tools.flatMap(({ name, also = [], kind }) => {
    const skill = kinds[kind];
    if (skill === undefined) return [];
    return [name, ...also]
      .filter((each) => each.length >= SHORTEST_NAME)
      .map((each) => ({ name: each, skill, plain: /^(\p{Lu}\p{Ll}+|\p{Ll}+)$/u.test(each) }));
  });
  return Map.groupBy(named, ({ name }) => FIRST_WORD.exec(name)?.[0].toLowerCase() ?? "");
}

/** Names as their makers write them. A name that could be a word counts only where the sentence has it within. */
export function toolsIn(sentence: string, offset: number, names: ToolNames): FoundTool[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
    (names.get(word.toLowerCase()) ?? []).flatMap(({ name, skill, plain }) => {
      const end = index + name.length;
      if (sentence.slice(index, end) !== name || /[\p{L}\p{N}]/u.test(sentence.charAt(end))) return [];
      return [{ skill, start: offset + index, end: offset + end, plain }];
    }),
  );
}

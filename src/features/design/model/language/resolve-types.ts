import { componentNames, specNamed, specOf } from "../components/catalogue.ts";
import type { ComponentSpec } from "../components/spec.ts";
import type { FaultList } from "./fault-list.ts";
import { nearestWord } from "./nearest-word.ts";
import { shortened } from "./parse-settings.ts";
import { type Block, type Mention, mentionsOf } from "./syntax.ts";
import { titled } from "./titled.ts";

/** `known`: the name says what it is; where it does not, `spec` is a guess that the canvas can draw. */
export type TypedNode = { spec: ComponentSpec; known: boolean; first: Mention };

/** Looking for the nearest name takes time, and text that is no design can hold thousands. */
const MOST_GUESSES = 100;

/** What each id is, in the order of first mention: by a type at any one of its mentions, else by its own name. */
export function resolveTypes(blocks: readonly Block[], faults?: FaultList): Map<string, TypedNode> {
  const mentions = mentionsOf(blocks);
  const given = new Map<string, { spec: ComponentSpec; name: string }>();
  for (const { id, type } of mentions) {
    const spec = type && specNamed(type.name);
    const before = given.get(id);
    if (type && !spec) faults?.error(type.at, () => unknownComponent(type.name), id);
    if (type && spec && before && before.spec !== spec)
      faults?.error(
        type.at,
        () => ({
          message: `\`${id}\` is ${titled(before.spec)} in another place (\`${id}:${before.name}\`).`,
          mend: "Give its type once, or another name to one of the two.",
        }),
        id,
      );
    if (type && spec && !before) given.set(id, { spec, name: type.name });
  }
  const mistyped = new Set(mentions.flatMap(({ id, type }) => (type && !specNamed(type.name) ? [id] : [])));
  const types = new Map<string, TypedNode>();
  let guesses = 0;
  for (const mention of mentions) {
    const { id } = mention;
    if (types.has(id)) continue;
    const spec = given.get(id)?.spec ?? specNamed(id);
    types.set(id, {
      spec: spec ?? (guesses++ < MOST_GUESSES ? guess(id) : specOf("service")),
      known: spec !== undefined && (given.has(id) || !mistyped.has(id)),
      first: mention,
    });
    if (!spec && !mistyped.has(id)) faults?.error(mention.at, () => unknownComponent(id), id);
  }
  return types;
}

function unknownComponent(name: string): { message: string; mend: string } {
  const near = nearestComponent(name);
  const said = shortened(name);
  return {
    message: `There is no component \`${said}\`${near ? `; did you mean \`${near}\`?` : "."}`,
    mend: near ? `Write \`${near}\`, or say what it is: \`${said}:${near}\`.` : `Say what it is: \`${said}:service\`.`,
  };
}

function guess(id: string): ComponentSpec {
  return specNamed(nearestComponent(id) ?? "") ?? specOf("service");
}

function nearestComponent(name: string): string | undefined {
  return nearestWord(name.toLowerCase(), componentNames());
}

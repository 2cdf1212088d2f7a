import { StreamLanguage, type StringStream } from "@codemirror/language";

type State = { inside: "outside" | "key" | "value" };

const WORD = /^[\p{L}_](?:[\p{L}\p{N}_]|-(?!>))*/u;
const TYPE = /^:\s*[\p{L}_](?:[\p{L}\p{N}_]|-(?!>))*/u;
const QUANTITY = /^\d[\d._]*\s?(?:%|\/s\b|[A-Za-z]+(?:\/s\b)?)?|^[x×]\s?\d+/;

/** Colours of the arrow language; what is right and what is wrong says the parser of the model. */
export const designLanguage = StreamLanguage.define<State>({
  name: "design",
  startState: () => ({ inside: "outside" }),
  token(stream, state) {
    if (stream.eatSpace()) return null;
    if (stream.match("#")) {
      stream.skipToEnd();
      return "comment";
    }
    return state.inside === "outside" ? mention(stream, state) : setting(stream, state);
  },
  // a bracket does not go beyond its line
  blankLine: (state) => {
    state.inside = "outside";
  },
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["[", "{", "("] } },
});

function mention(stream: StringStream, state: State): string | null {
  if (stream.match("->") || stream.match("→") || stream.match("&")) return "keyword";
  if (stream.match(/^[[{]/)) {
    state.inside = "key";
    return "bracket";
  }
  if (stream.match(TYPE)) return "typeName";
  if (stream.match(WORD)) return "variableName";
  stream.next();
  return null;
}

function setting(stream: StringStream, state: State): string | null {
  if (stream.match(/^[\]}]/)) {
    state.inside = "outside";
    return "bracket";
  }
  if (stream.match(/^[=<>]/)) {
    state.inside = "value";
    return "operator";
  }
  // a comma inside exp(10ms, 4) parts numbers, so what follows is coloured by what it is
  if (stream.match(",")) {
    state.inside = "key";
    return "punctuation";
  }
  if (stream.match(QUANTITY)) return "number";
  if (stream.match(WORD)) return state.inside === "key" ? "propertyName" : "string";
  stream.next();
  return null;
}

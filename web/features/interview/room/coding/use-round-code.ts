import { useCallback, useEffect, useRef, useState } from "react";
import { MOST_ROUND_CODE } from "../../../../../src/features/coding/model/round/code-length.ts";
import type { AssistedAction, RoundAction, ShownCodingRound } from "../../../../../src/features/coding/schema.ts";
import { readText, writeText } from "../../../../api/kept-text.ts";
import type { EditorHandle } from "../../../coding/editor/code-editor.tsx";
import type { Mode } from "../../../coding/types.ts";
import { besideKey } from "../kept.ts";
import { type Unsent, useUnsent } from "../unsent.ts";
import { openedCode, readKeptCode } from "./kept-code.ts";

/** The server keeps no more than one snapshot in so long. */
const SNAPSHOT_MS = 10_000;

type Deps = {
  coding: ShownCodingRound;
  kept: { id: string; round: number };
  pending: boolean;
  busy: boolean;
  act: (action: AssistedAction) => void;
  unsent: Unsent;
};

export type RoundCode = {
  editor: React.RefObject<EditorHandle | null>;
  current: () => string;
  edit: (code: string) => void;
  /** The server has not got all of it. */
  isUnsent: boolean;
  isTooLong: boolean;
  /** Sends a snapshot now. */
  save: () => void;
  attempt: (mode: Mode) => void;
  /** Takes a proposal of an assistant into what stands here; the server puts them together. */
  take: (piece: string) => void;
  /** What is being judged, or waits until what is on its way has arrived. */
  judging: Mode | undefined;
  aside: { use: () => void; leave: () => void } | undefined;
};

/** The code of a round: typed here, kept in this browser at once, with the server every few seconds and with each run. */
export function useRoundCode({ coding, kept, pending, busy, act, unsent }: Deps): RoundCode {
  const { editor, current, edit, isUnsent, isTooLong, sent, merged, aside } = useTyped(coding.code, kept);
  const [wanted, setWanted] = useState<Mode>();
  const [last, setLast] = useState<RoundAction["type"]>();
  const send = useRef((_type: RoundAction["type"]) => {});
  send.current = (type) => {
    const code = current();
    if (busy || code.length > MOST_ROUND_CODE) return;
    sent.current = code;
    setLast(type);
    act({ type, code });
  };
  useEffect(() => {
    if (wanted === undefined || busy) return;
    setWanted(undefined);
    send.current(wanted);
  }, [wanted, busy]);
  useEffect(() => {
    if (!isUnsent || busy) return;
    const again = setInterval(() => send.current("code"), SNAPSHOT_MS);
    return () => clearInterval(again);
  }, [isUnsent, busy]);
  useUnsent(unsent, () => (isUnsent && !isTooLong ? ({ type: "code", code: current() } satisfies RoundAction) : null));
  const judging = wanted ?? (pending && last !== "code" ? last : undefined);
  return {
    editor,
    current,
    edit,
    isUnsent,
    isTooLong,
    aside,
    judging,
    save: () => isUnsent && send.current("code"),
    attempt(mode) {
      const left = mode === "run" ? coding.left.runs : coding.left.submissions;
      if (judging === undefined && left > 0 && !isTooLong) setWanted(mode);
    },
    take(piece) {
      const code = current();
      if (busy || code.length > MOST_ROUND_CODE) return;
      merged.current = code;
      setLast("code");
      act({ type: "take", piece, code });
    },
  };
}

/** What stands in the editor, against what the server has. */
function useTyped(server: string, { id, round }: Deps["kept"]) {
  const key = besideKey(id, round, "code");
  const [opened] = useState(() => openedCode(readKeptCode(readText(key)), server));
  const editor = useRef<EditorHandle>(null);
  const code = useRef(opened.code);
  const has = useRef(server);
  const sent = useRef<string>(undefined);
  // what went along with a take: as long as it stands here, what comes back has it inside
  const merged = useRef<string>(undefined);
  const [isUnsent, setUnsent] = useState(opened.code !== server);
  const [isTooLong, setTooLong] = useState(opened.code.length > MOST_ROUND_CODE);
  const [aside, setAside] = useState(opened.aside);
  const edit = useCallback(
    (next: string) => {
      code.current = next;
      const over = [has.current, ...(sent.current === undefined ? [] : [sent.current])];
      writeText(key, next === has.current ? "" : JSON.stringify({ code: next, over }));
      setUnsent(next !== has.current);
      setTooLong(next.length > MOST_ROUND_CODE);
    },
    [key],
  );
  const put = useCallback(
    (next: string) => {
      if (editor.current) editor.current.replace(next);
      else edit(next);
    },
    [edit],
  );
  useEffect(() => {
    const before = has.current;
    if (before === server) return;
    has.current = server;
    const isInside = merged.current === code.current;
    merged.current = undefined;
    // another tab has gone on, and nothing was typed here that it does not have
    if (isInside || (code.current === before && sent.current !== server)) put(server);
    else edit(code.current);
  }, [server, edit, put]);
  const use = () => {
    setAside(undefined);
    put(aside ?? code.current);
  };
  const leave = () => {
    setAside(undefined);
    edit(code.current);
  };
  return {
    editor,
    current: useCallback(() => code.current, []),
    edit,
    isUnsent,
    isTooLong,
    sent,
    merged,
    aside: aside === undefined ? undefined : { leave, use },
  };
}

import { useCallback, useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../../api/kept-text.ts";
import type { Turn } from "../types.ts";
import { ALOUD_KEY } from "./kept.ts";

export type ReadAloud = { offered: boolean; on: boolean; toggle: () => void; stop: () => void };

/** Reads what the interviewer says from now on, by a voice of this machine; off until it is wished for. */
export function useReadAloud(turns: readonly Turn[]): ReadAloud {
  const voice = useVoice();
  const [on, setOn] = useState(() => readText(ALOUD_KEY) === "on");
  const read = useRef(turns.at(-1)?.seq ?? 0);
  const stop = useCallback(() => globalThis.speechSynthesis?.cancel(), []);
  useEffect(() => {
    const fresh = turns.filter(({ seq, who }) => who === "interviewer" && seq > read.current);
    read.current = turns.at(-1)?.seq ?? 0;
    if (!on || !voice) return;
    for (const { text } of fresh) {
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      speechSynthesis.speak(words);
    }
  }, [turns, on, voice]);
  useEffect(() => stop, [stop]);
  const toggle = useCallback(() => {
    stop();
    setOn((before) => {
      writeText(ALOUD_KEY, before ? "" : "on");
      return !before;
    });
  }, [stop]);
  return { offered: voice !== undefined, on, toggle, stop };
}

/** An English voice that needs no network: what an interviewer says goes to nobody. Browsers name theirs late. */
function useVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    const speech = globalThis.speechSynthesis;
    if (!speech) return;
    const choose = () => {
      const own = speech.getVoices().filter(({ localService, lang }) => localService && lang.startsWith("en"));
      setVoice(own.find((each) => each.default) ?? own[0]);
    };
    choose();
    speech.addEventListener?.("voiceschanged", choose);
    return () => speech.removeEventListener?.("voiceschanged", choose);
  }, []);
  return voice;
}

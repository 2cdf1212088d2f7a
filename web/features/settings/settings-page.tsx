import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { FailureNote } from "../../ui/failure-note.tsx";
import { formatDay } from "../../ui/format-time.ts";
import { ModelForm } from "./model-form.tsx";
import { modelQuery } from "./queries.ts";
import type { ModelShown } from "./types.ts";
import { VoiceSection } from "./voice-section.tsx";

export function SettingsPage() {
  const { data, error, refetch } = useQuery(modelQuery);
  useEffect(() => {
    document.title = "Settings · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[760px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-1 text-2xl">Settings</h1>
      <h2 className="mt-4 mb-1 text-lg">Language model</h2>
      <p className="mb-4 max-w-[68ch] text-ink-2">
        Holdout grades offline, without one. A model reads freer answers better: it is asked about one criterion at a
        time, its credit counts only with words that stand in your answer, and the offline grader checks it.
      </p>
      {data ? (
        <>
          <ModelForm key={JSON.stringify(data.configured)} shown={data} />
          <Spent shown={data} />
          <Sent shown={data} />
        </>
      ) : error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="skeleton late h-48 w-full" />
      )}
      <VoiceSection />
    </main>
  );
}

const number = new Intl.NumberFormat();

function Spent({ shown: { spent } }: { shown: ModelShown }) {
  if (!spent) return null;
  const { calls, inputTokens, outputTokens, cost, since } = spent;
  return (
    <p className="num mt-4 text-sm text-ink-2">
      Since {formatDay(since)}: {number.format(calls)} calls, {number.format(inputTokens)} tokens sent,{" "}
      {number.format(outputTokens)} received
      {cost !== null && `, about ${cost.toFixed(2)} by the price above`}.
    </p>
  );
}

function Sent({ shown: { sent } }: { shown: ModelShown }) {
  return (
    <details className="mt-4">
      <summary className="text-sm font-medium">What is sent, by example</summary>
      <p className="caption mt-1 mb-2 max-w-[68ch]">
        For each criterion of a question: these rules, the question, the criterion and your answer. Nothing else leaves
        this machine, and nothing at all while no model is set.
      </p>
      <pre className="overflow-x-auto rounded-md bg-sunk p-3 whitespace-pre-wrap">{`${sent.system}\n\n${sent.prompt}`}</pre>
    </details>
  );
}

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { History } from "../history/history.tsx";
import { ResultsPane } from "../results/results-pane.tsx";
import { Explanation } from "../statement/explanation.tsx";
import { Statement } from "../statement/statement.tsx";
import { StatementPane } from "../statement/statement-pane.tsx";
import type { ProblemDetail } from "../types.ts";
import { ActionBar } from "./action-bar.tsx";
import { EditorPane } from "./editor-pane.tsx";
import { SetAside } from "./set-aside.tsx";
import { useWorkbench, type Workbench } from "./use-workbench.ts";
import { WorkspaceHeader } from "./workspace-header.tsx";
import { useWorkspaceKeys } from "./workspace-keys.ts";
import { WorkspaceTabs } from "./workspace-tabs.tsx";

/** Statement, code and results of one problem. */
export function Workspace({ problem }: { problem: ProblemDetail }) {
  const bench = useWorkbench(problem);
  const { panes, trying, draft, attempt } = bench;
  const navigate = useNavigate();
  useWorkspaceKeys(bench, () => navigate({ to: "/code" }));
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <WorkspaceHeader problem={problem} timer={bench.timer} />
      <Aside bench={bench} />
      <div className="work" data-shown={panes.shown} data-side={panes.side}>
        <WorkspaceTabs shown={panes.shown} side={panes.side} onShow={panes.show} news={trying.news} />
        <Left bench={bench} />
        <EditorPane bench={bench} />
        <ActionBar
          saveState={draft.saveState}
          phase={trying.phase}
          blocked={trying.blocked}
          onRun={() => attempt("run")}
          onSubmit={() => attempt("submit")}
          onCancel={() => void trying.run.cancel()}
        />
        <Right bench={bench} />
      </div>
    </main>
  );
}

function Left({ bench: { problem, panes, draft, view, onPast } }: { bench: Workbench }) {
  const compareWithReference = (reference: string) =>
    view.compare({ before: draft.current(), after: reference, beforeName: "your code", afterName: "the reference" });
  return (
    <StatementPane
      ref={panes.statement}
      tab={panes.tab}
      onTab={panes.setTab}
      panels={{
        problem: <Statement problem={problem} />,
        history: <History problem={problem} onDeed={onPast} onStarter={() => view.replace(problem.starter)} />,
        explanation: <Explanation problem={problem} onCompare={compareWithReference} />,
      }}
    />
  );
}

function Right({ bench }: { bench: Workbench }) {
  const { problem, panes, trying, last, next, attempt, showHints, readLevel, openTab, onPast } = bench;
  const moreHints = problem.hints.taken.length < problem.hints.total;
  return (
    <ResultsPane
      ref={panes.results}
      run={trying.run.state}
      problem={problem}
      last={last}
      next={next}
      onGo={panes.goToLine}
      onSubmit={() => attempt("submit")}
      onHint={moreHints ? showHints : undefined}
      onExplanation={() => openTab("explanation")}
      onShowLast={(id) => onPast(id, "result")}
      onReadLevels={readLevel}
    />
  );
}

/** Offered once, on opening: text that lost to newer work. */
function Aside({ bench: { draft, view } }: { bench: Workbench }) {
  const [aside, setAside] = useState(draft.aside);
  if (!aside) return null;
  const names = { beforeName: "what you typed here", afterName: "the newer draft" };
  return (
    <SetAside
      at={aside.at}
      onCompare={() => view.compare({ before: aside.code, after: draft.current(), ...names })}
      onUse={() => {
        view.replace(aside.code);
        setAside(undefined);
      }}
      onDismiss={() => setAside(undefined)}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { TOOL_KINDS, TOOL_TERMS } from "../../../../src/features/reading/model/tool-names.ts";
import type { DirectoryOfTools, FoundTool } from "../../../../src/features/reading/schema.ts";
import { BackLink } from "../../../ui/back-link.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { AskedOfTool } from "./asked-of-tool.tsx";
import { toolsQuery } from "./queries.ts";

const STATUS = {
  active: "developed",
  maintenance: "kept alive, no longer extended",
  archived: "archived: no longer developed",
  discontinued: "discontinued",
};

/** One tool: what it is for, how one gets it, what to weigh it against and what interviews ask about it. */
export function ToolPage() {
  const { id } = useParams({ from: "/reading/tools/$id" });
  const { data, error, refetch } = useQuery(toolsQuery);
  const tool = data?.tools.find((each) => each.id === id);
  useEffect(() => {
    document.title = `${tool?.name ?? "Tools"} · Holdout`;
  }, [tool?.name]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[920px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/reading/tools">Tools</BackLink>
      {data ? (
        tool ? (
          <Shown tool={tool} directory={data} />
        ) : (
          <p className="sheet mt-4 px-6 py-10 text-center font-medium">The directory has no tool by that name.</p>
        )
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late">
          <div className="skeleton my-4 h-7 w-1/2" />
          <div className="skeleton h-40 w-full" />
        </div>
      )}
    </main>
  );
}

function Shown({ tool, directory }: { tool: FoundTool; directory: DirectoryOfTools }) {
  const { name, also, use, kind, maker, terms, licence, languages, home, package: pack, status, as_of } = tool;
  return (
    <>
      <h1 className="mb-1 text-2xl">{name}</h1>
      <p className="mb-4 max-w-[68ch] text-[16px]">{use}</p>
      <dl className="sheet grid gap-x-6 gap-y-2 px-4 py-4 text-[15px] grid-cols-[76px_minmax(0,1fr)] sm:grid-cols-[128px_minmax(0,1fr)] sm:px-6">
        <Fact name="Kind">
          <Link to="/reading/tools" search={{ kind }} className="text-accent underline underline-offset-2">
            {TOOL_KINDS[kind]}
          </Link>
        </Fact>
        <Fact name="Maker">{maker}</Fact>
        <Fact name="Terms">{[TOOL_TERMS[terms], licence].filter(Boolean).join(", ")}</Fact>
        {languages.length > 0 && <Fact name="Used from">{languages.join(", ")}</Fact>}
        {pack && (
          <Fact name="Package">
            <code className="break-all">{pack}</code>
          </Fact>
        )}
        {also && <Fact name="Also">{also.join(", ")}</Fact>}
        <Fact name="State">{STATUS[status]}</Fact>
        <Fact name="Home">
          <a
            href={home}
            rel="noreferrer"
            target="_blank"
            className="break-all text-accent underline underline-offset-2"
          >
            {home.replace(/^https:\/\//, "")}
          </a>
        </Fact>
        <Fact name="As of">
          <span className="num">{as_of}</span>
        </Fact>
      </dl>
      <AskedOfTool tool={tool} directory={directory} />
      <Alternatives tool={tool} directory={directory} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-2 pt-px">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Alternatives({ tool, directory: { tools } }: { tool: FoundTool; directory: DirectoryOfTools }) {
  const others = tool.alternatives.flatMap((id) => tools.find((each) => each.id === id) ?? []);
  return (
    <section aria-labelledby="alternatives" className="mt-6">
      <h2 id="alternatives" className="mb-2 text-lg">
        Instead of it
      </h2>
      <ul className="sheet overflow-hidden">
        {others.map(({ id, name, use }) => (
          <li key={id} className="border-line border-t first:border-t-0">
            <Link
              to="/reading/tools/$id"
              params={{ id }}
              className="block px-4 py-3 -outline-offset-2 hover:bg-sunk sm:px-6"
            >
              <span className="font-medium">{name}</span>
              <span className="mt-0.5 block text-sm text-ink-2">{use}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

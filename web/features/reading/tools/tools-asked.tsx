import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { askedToolsQuery } from "./queries.ts";

/** Tools that interviews ask about where they ask about these skills; nothing where there is none. */
export function ToolsAsked({ skills }: { skills: readonly string[] }) {
  const { data } = useQuery(askedToolsQuery(skills));
  if (!data || data.tools.length === 0) return null;
  return (
    <p className="caption mt-4">
      Tools asked about here:{" "}
      {data.tools.map(({ id, name, use }, at) => (
        <span key={id}>
          {at > 0 && " · "}
          <Link
            to="/reading/tools/$id"
            params={{ id }}
            title={use}
            className="text-accent underline underline-offset-2"
          >
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}

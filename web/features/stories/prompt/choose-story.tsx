import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { NEXT_LINK } from "../../../ui/next-card.tsx";
import { bankQuery, createStory, storyQuery } from "../queries.ts";
import type { PromptDetail } from "../types.ts";

/** The stories that would answer a question, the most fitting first; or a new one, begun with the question's name. */
export function ChooseStory({ prompt }: { prompt: PromptDetail }) {
  const { data: bank } = useQuery(bankQuery);
  const fitting = new Set(prompt.fitting.map(({ story }) => story));
  const others = bank?.stories.filter(({ id }) => !fitting.has(id)) ?? [];
  const [first, ...rest] = prompt.fitting;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose" className="mb-2 text-lg">
        {first ? "Your stories that answer it" : "None of your stories answers it yet"}
      </h2>
      {first && (
        <div className="sheet mb-3 grid items-center gap-3 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div>
            <p className="break-words font-medium">{first.title}</p>
            <p className="text-[14px] text-ink-2">{first.why}</p>
          </div>
          <Link
            to="/stories/$id"
            params={{ id: first.story }}
            search={{ prompt: prompt.slug }}
            className={`${NEXT_LINK} no-underline`}
          >
            Answer with it
          </Link>
        </div>
      )}
      {rest.length + others.length > 0 && (
        <ul className="sheet mb-3 divide-y divide-line">
          {rest.map(({ story, title, why }) => (
            <Choice key={story} slug={prompt.slug} id={story} title={title} why={why} />
          ))}
          {others.map(({ id, title, tellings }) => (
            <Choice
              key={id}
              slug={prompt.slug}
              id={id}
              title={title}
              why={tellings === 0 ? "Not told yet." : "It has not shown this so far."}
            />
          ))}
        </ul>
      )}
      <NewFor prompt={prompt} />
    </section>
  );
}

function Choice({ slug, id, title, why }: { slug: string; id: string; title: string; why: string }) {
  return (
    <li className="px-4 py-2.5">
      <Link to="/stories/$id" params={{ id }} search={{ prompt: slug }} className="break-words">
        {title}
      </Link>
      <p className="text-[14px] text-ink-2">{why}</p>
    </li>
  );
}

function NewFor({ prompt: { slug, title } }: { prompt: PromptDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () => createStory(title),
    onSuccess: (story) => {
      client.setQueryData(storyQuery(story.id).queryKey, story);
      void client.invalidateQueries({ queryKey: bankQuery.queryKey, exact: true });
      return navigate({ to: "/stories/$id", params: { id: story.id }, search: { prompt: slug } });
    },
  });
  return (
    <>
      <Button disabled={create.isPending} onClick={() => create.mutate()}>
        Answer with a new story
      </Button>
      {create.error && <FailureNote error={create.error} />}
    </>
  );
}

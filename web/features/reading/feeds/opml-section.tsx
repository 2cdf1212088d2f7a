import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { opmlFile, roomKey, takeOpml } from "../queries.ts";

/** Lists of feeds from and for other readers. */
export function OpmlSection({ feeds }: { feeds: number }) {
  const chooser = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: async (file: File) => takeOpml(await file.text()),
    onSuccess: () => client.invalidateQueries(roomKey),
  });
  const give = useMutation({ mutationFn: opmlFile, onSuccess: (file) => saveFile("holdout-feeds.opml", file) });
  return (
    <section aria-label="OPML" className="mb-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={take.isPending} onClick={() => chooser.current?.click()}>
          Import a list (OPML)
        </Button>
        <input
          ref={chooser}
          type="file"
          aria-label="A list of feeds as OPML"
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) take.mutate(file);
            target.value = "";
          }}
        />
        {feeds > 0 && (
          <Button disabled={give.isPending} onClick={() => give.mutate()}>
            Export as OPML
          </Button>
        )}
        <p role="status" className="text-[14px] text-ink-2">
          {take.data && `${counted(take.data.added, "feed")} added, ${take.data.known} there already.`}
        </p>
      </div>
      {take.data && take.data.refused.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-[14px] text-part">
          {take.data.refused.map((each) => (
            <li key={each} className="break-words">
              {each}
            </li>
          ))}
        </ul>
      )}
      {(take.error ?? give.error) && <FailureNote error={take.error ?? give.error} />}
    </section>
  );
}

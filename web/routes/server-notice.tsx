import type { Health } from "../features/coding/types.ts";
import { TextWithCode } from "../ui/text-with-code.tsx";

/** One line across the page while the server or its judge is not what it should be. */
export function ServerNotice({ health, down }: { health: Health | undefined; down: boolean }) {
  const notice = down ? serverDown : health && judgeNotice(health);
  if (!notice) return null;
  return (
    <div role="status" className="border-b border-line bg-part-wash px-4 py-2 text-[14px] md:px-8">
      <b className="font-semibold">{notice.what}</b> <TextWithCode text={notice.mend} />
    </div>
  );
}

type Notice = { what: string; mend: string };

const serverDown: Notice = {
  what: "The server does not answer.",
  mend: "What you type is kept in this browser and saved when it is back. Start it with `npm start`.",
};

function judgeNotice({ judge }: Health): Notice | undefined {
  if (judge !== "broken") return undefined;
  return {
    what: "The judge does not start.",
    mend: "Editing and saving work; running does not. `npm run -s holdout -- doctor` says what is missing.",
  };
}

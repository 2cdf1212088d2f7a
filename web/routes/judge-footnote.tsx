import type { Health } from "../features/coding/types.ts";
import { StateMark } from "../ui/state-mark.tsx";

const weaker = "Run only code that you wrote yourself; holdout doctor says how to strengthen it.";

/** How the judge stands, at the foot of the rail. */
export function JudgeFootnote({ health: { judge, sandbox, python } }: { health: Health }) {
  if (judge === "starting") return "judge starting";
  if (judge === "broken") return <StateMark tone="fail">judge not working</StateMark>;
  return (
    <>
      {sandbox === "full" ? (
        "sandbox full"
      ) : (
        <>
          <StateMark tone="part">sandbox {sandbox === "none" ? "off" : sandbox}</StateMark>
          <span className="block">{weaker}</span>
        </>
      )}
      <span className="block">Python {python}</span>
    </>
  );
}

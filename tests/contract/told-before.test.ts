import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toldBefore } from "../../src/features/stories/told-before.ts";
import { openGrader } from "../../src/shared/grader/open-grader.ts";
import { ROOT } from "../support/server.ts";

const grader = openGrader(join(ROOT, ".holdout", "encoder"), { threads: 1 });
const words = openGrader("", { threads: 1 });
afterAll(() => Promise.all([grader.close(), words.close()]));

const STORY = `At a bakery chain I forecast how many loaves each shop sells. One morning in May a third of the shops got twice
the bread they needed. I saw that a price file had arrived with commas in place of points. I rolled back to last week's
forecast before the ovens were lit again. Then I called the four largest shops and told them what had happened. I wrote a
check that refuses a file whose prices are off by a factor of ten. Waste that week was nine percent, and it has been below
four since.`;
const RETOLD = `I worked for a company with bakeries, on predicting sales of bread per shop. In spring one day every third
shop received double the amount. The cause was the file with prices, where somebody had used a comma as the decimal sign. So
I put the forecast of the previous week back in place, before the next baking began. I rang the biggest four branches to
explain it. Since then a test turns down price files that differ tenfold. We threw away nine percent in those days, and less
than four percent from then on.`;
const ELSEWHERE = `At the bakery chain there was a different quarrel, over holidays. The shop managers wanted to order by
hand before Easter, because the forecast had failed them the year before. I sat down with two of them and their notes from
ten years. We found that school holidays move the peak by a day in the south. I added that as a feature and let the managers
overrule it in the first season. Seven of ninety did. The next year none of them asked for the old form.`;

test("a story told again in other words is known again, another one of the same place is not", async () => {
  expect(await toldBefore(grader, RETOLD, [STORY])).toBe(true);
  expect(await toldBefore(grader, ELSEWHERE, [STORY])).toBe(false);
});

test("without an encoder it is known again word by word; an answer to a follow-up is no story", async () => {
  expect(await toldBefore(words, `As I said: ${STORY}`, [ELSEWHERE, STORY])).toBe(true);
  expect(await toldBefore(words, ELSEWHERE, [STORY])).toBe(false);
  expect(
    await toldBefore(grader, "I rolled back to last week's forecast before the ovens were lit again.", [STORY]),
  ).toBe(false);
});

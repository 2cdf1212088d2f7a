import { seededRandom } from "../../lib/random.ts";

type Choosable = { id: string; difficulty: number; roles: readonly string[]; held: boolean };
type Wanted = { role: string; difficulty: number; seed: number; used: ReadonlySet<string> };

/** What each shortfall weighs when items are put in order: being seen before most, then the wrong role, then difficulty. */
const USED = 100;
const PRACTISED = 20;
const OTHER_ROLE = 8;
const STEP = 2;

/** Items in the order in which a mock would serve them: unseen, held out, for the role, near the difficulty; ties by chance. */
export function chooseItems<T extends Choosable>(items: readonly T[], { role, difficulty, seed, used }: Wanted): T[] {
  const random = seededRandom(seed);
  const cost = (item: T) =>
    (used.has(item.id) ? USED : 0) +
    (item.held ? 0 : PRACTISED) +
    (item.roles.includes(role) ? 0 : OTHER_ROLE) +
    STEP * Math.abs(item.difficulty - difficulty) +
    random();
  return items
    .map((item) => ({ item, cost: cost(item) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ item }) => item);
}

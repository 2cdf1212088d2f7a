import type { Commit, History } from "../repository/repository.ts";
import type { CommitEvidence } from "../schema.ts";
import { dimension, type JudgedDimension, lineMatching, pathsMatching, type Reading } from "./reading.ts";

/** Whether anything must not be public. */
export function readSafety(reading: Reading): JudgedDimension {
  const { leaks, texts } = reading;
  const ignored = lineMatching(".gitignore", texts.get(".gitignore"), /^\/?\*?\.env|^\/?data\/?$|secret|credential/i);
  if (leaks.length === 0)
    return dimension("safety", {
      score: ignored ? 1 : 0.9,
      said: "No secret and no personal data was found in the files that were read.",
      evidence: ignored ? [ignored] : [],
      mend: ignored
        ? undefined
        : "Name `.env` and the data folder in `.gitignore`, before the day on which one of them is committed.",
    });
  const [first] = leaks;
  return dimension("safety", {
    score: 0,
    said: `Stop: ${first?.kind} in ${first?.file}${leaks.length > 1 ? `, and ${leaks.length - 1} more` : ""}.`,
    commits: leaks.flatMap(({ commit, file }) => (commit ? [{ commit, quote: file }] : [])),
    mend: `\`${first?.file}\` holds: ${first?.kind}. ${first?.clean}`,
  });
}

const BOT = /\[bot\]|dependabot|github-actions|renovate/i;

function commitsOfPeople(history: History): Commit[] {
  return history.commits.filter(({ author }) => !BOT.test(author));
}

/** How many people wrote the history; what a machine committed is no work with others. */
export function peopleIn(history: History | undefined): number {
  if (history === undefined) return 0;
  return new Set(commitsOfPeople(history).map(({ email, author }) => (email || author).toLowerCase())).size;
}

const PULL = /^Merge pull request #\d+|\(#\d+\)$|^Merge branch '.+' into|See merge request/;
const TOGETHER = /^(?:Co-authored-by|Reviewed-by|Acked-by|Suggested-by|Tested-by):/im;
const ISSUE = /\b(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?|refs?|see)\s+#\d+/i;
const EMPTY_SUBJECT =
  /^(?:update|fix|wip|changes?|commit|initial commit|first commit|misc|stuff|test|\.|add files via upload|created? \S+|updated? \S+|delete \S+)\.?$/i;

/** What the history shows of working with others, and of commits that say why. */
export function readCollaboration(reading: Reading): JudgedDimension {
  const { history } = reading;
  if (history === undefined) return dimension("collaboration", { score: null, said: "There is no history to read." });
  const own = commitsOfPeople(history);
  const people = peopleIn(history);
  const pulls = own.filter(({ subject }) => PULL.test(subject));
  const together = own.filter(({ body }) => TOGETHER.test(body));
  const issues = own.filter(({ subject, body }) => ISSUE.test(`${subject}\n${body}`));
  const plainCommits = own.filter(({ parents }) => parents < 2);
  const telling = plainCommits.filter(
    ({ subject }) => !EMPTY_SUBJECT.test(subject.trim()) && subject.trim().split(/\s+/).length >= 3,
  );
  const share = telling.length / Math.max(1, plainCommits.length);
  const guides = pathsMatching(
    reading,
    /^(?:\.github\/)?(?:CONTRIBUTING(?:\.\w+)?|CODEOWNERS|PULL_REQUEST_TEMPLATE\.md|ISSUE_TEMPLATE\/.+)$/i,
  );
  const guide = guides.flatMap((path) => lineMatching(path, reading.texts.get(path), /\p{L}{3}/u) ?? []).slice(0, 1);
  const score =
    0.25 * share +
    (people > 1 ? 0.25 : 0) +
    (pulls.length > 0 ? 0.2 : 0) +
    (together.length > 0 ? 0.15 : 0) +
    (issues.length > 0 ? 0.1 : 0) +
    (guide.length > 0 ? 0.05 : 0);
  const said = [
    people > 1 ? `${people} people in ${own.length} commits` : `one person in ${own.length} commits`,
    ...(pulls.length > 0 ? [`${pulls.length} merged branches or pull requests`] : []),
    ...(together.length > 0 ? [`${together.length} commits with co-authors or reviewers`] : []),
    ...(issues.length > 0 ? [`${issues.length} that name an issue`] : []),
    `${Math.round(100 * share)} % of the messages say what changed`,
  ].join(", ");
  return dimension("collaboration", {
    score,
    said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    evidence: guide,
    commits: [
      ...shown(pulls, "subject"),
      ...shown(together, "body"),
      ...shown(issues, "subject"),
      ...shown(telling, "subject"),
    ].slice(0, 5),
    mend:
      share < 0.5
        ? "Write commit messages that say what changed and why: now most of them could stand under any commit."
        : people > 1
          ? "Work through pull requests with a review, even where nobody asks for it: it is the only trace of how you work with others."
          : "Show that you work with others: a merged pull request in a library that this project uses says more than another feature.",
  });
}

function shown(commits: readonly Commit[], field: "subject" | "body"): CommitEvidence[] {
  return commits.slice(0, 2).map(({ hash, subject, body }) => ({
    commit: hash,
    quote:
      field === "subject"
        ? subject
        : (body
            .split("\n")
            .find((line) => TOGETHER.test(line))
            ?.replace(/<.*>/, "")
            .trim() ?? subject),
  }));
}

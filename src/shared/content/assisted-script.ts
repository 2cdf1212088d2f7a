import { z } from "zod";

const Id = z.string().regex(/^[a-z0-9-]+$/);
const Line = z.string().min(8).max(300);
const Cues = z
  .array(z.array(z.string().min(1)).min(1))
  .min(1)
  .max(3)
  .describe("groups of words, each ending in * for any ending: what is meant has one of every group");

/** Something that a good request pins down: an input, what comes out, a case at the edge. */
const AssistedDetail = z.strictObject({ says: z.string().min(5).max(90), cues: Cues });

const AssistedFault = z.strictObject({
  what: z.string().min(15).describe("what is wrong, for the scorecard"),
  where: z.string().min(3).describe("a line of the code"),
  shows_in: z.string().min(3).describe("name of the test of the problem that catches it"),
  noticed: z.array(Line).min(5).describe("ways in which somebody who has seen it would name it"),
  cues: Cues,
  mends: z.string().min(10).describe("what the assistant says with the mended code"),
  mended: z.string().min(20),
});

const AssistedPiece = z.strictObject({
  id: Id,
  title: z.string().min(3).max(50).describe("says nothing of the fault"),
  cues: Cues.describe("groups of words of which a request for it has one each"),
  needs: z.array(Id).default([]).describe("pieces that it is sensible to have first"),
  asked: z.array(Line).min(5).describe("ways to ask for it"),
  directed: z.string().min(40).describe("a request as a good candidate puts it: it names all of the details"),
  details: z.array(AssistedDetail).min(2).max(4),
  says: z.string().min(15).describe("what the assistant says with it: confident, in its own voice"),
  code: z.string().min(20).describe("functions and constants; put together with the others it is a solution"),
  fault: AssistedFault.nullable(),
});
type AssistedPiece = z.infer<typeof AssistedPiece>;

/** Under this name all pieces are proposed at once: no piece can have it. */
export const WHOLE = "whole";

const FEWEST_FAULTS = 2;
const MOST_FAULTS = 3;

/** `assisted/<slug>.yaml`: a coding problem with an assistant that is quick and sometimes wrong. An id is permanent. */
export const AssistedScript = z
  .strictObject({
    id: z.guid().describe("permanent; make one with `uuidgen`"),
    title: z.string().min(3).max(80),
    problem: Id.describe("slug of a coding problem of the bank, to implement or to optimise"),
    difficulty: z.int().min(1).max(5),
    roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
    skills: z.array(z.string()).min(1).max(5).describe("ids of skills.yaml, the most important first"),
    opening: z.string().min(40).describe("what the interviewer says first, that there is an assistant too"),
    head: z.string().default("").describe("lines that the pieces share, such as imports"),
    pieces: z.array(AssistedPiece).min(3).max(5).describe("in an order in which one would sensibly ask for them"),
  })
  .superRefine(({ pieces }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const ids = pieces.map(({ id }) => id);
    if (ids.includes(WHOLE)) refuse(["pieces", ids.indexOf(WHOLE), "id"], `"${WHOLE}" stands for all pieces at once`);
    if (new Set(ids).size < ids.length) refuse(["pieces"], "two pieces have the same id");
    const faulty = pieces.filter(({ fault }) => fault !== null).length;
    if (faulty < FEWEST_FAULTS || faulty > MOST_FAULTS)
      refuse(["pieces"], `${faulty} have a fault; ${FEWEST_FAULTS} or ${MOST_FAULTS} are asked`);
    if (faulty > pieces.length / 2) refuse(["pieces"], "at least half of the pieces are right");
    pieces.forEach((piece, at) => {
      for (const { key, message } of pieceFaults(piece, ids.slice(0, at))) refuse(["pieces", at, key], message);
    });
  });
export type AssistedScript = z.infer<typeof AssistedScript>;

function pieceFaults({ code, needs, fault }: AssistedPiece, before: string[]): { key: string; message: string }[] {
  const lines = code.split("\n").map((line) => line.trim());
  return [
    ...needs
      .filter((id) => !before.includes(id))
      .map((id) => ({ key: "needs", message: `"${id}" is no piece that stands before it` })),
    ...(fault && !lines.includes(fault.where.trim())
      ? [{ key: "fault", message: "where: the code has no such line" }]
      : []),
    ...(fault && fault.mended.trim() === code.trim() ? [{ key: "fault", message: "mended: is the code itself" }] : []),
  ];
}

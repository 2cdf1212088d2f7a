import { z } from "zod";

const Text = z.string().exactOptional();
const Texts = z.array(z.string()).exactOptional();

const Profile = z.looseObject({ network: Text, username: Text, url: Text });

const Basics = z.looseObject({
  name: Text,
  label: Text,
  email: Text,
  phone: Text,
  url: Text,
  summary: Text,
  location: z.looseObject({ city: Text, region: Text, countryCode: Text }).exactOptional(),
  profiles: z.array(Profile).exactOptional(),
});

const Work = z.looseObject({
  name: Text,
  position: Text,
  location: Text,
  url: Text,
  startDate: Text,
  endDate: Text,
  summary: Text,
  highlights: Texts,
});

const Education = z.looseObject({
  institution: Text,
  area: Text,
  studyType: Text,
  startDate: Text,
  endDate: Text,
  score: Text,
  courses: Texts,
});

const ResumeProject = z.looseObject({
  name: Text,
  description: Text,
  highlights: Texts,
  keywords: Texts,
  startDate: Text,
  endDate: Text,
  url: Text,
  roles: Texts,
  entity: Text,
  type: Text,
});
export type ResumeProject = z.infer<typeof ResumeProject>;

/**
 * A CV as JSON Resume writes it (schema 1.0.0, jsonresume.org). Nothing is required, and what is not known here is
 * kept as it is, so that a file goes in and comes out whole.
 */
export const Resume = z.looseObject({
  basics: Basics.exactOptional(),
  work: z.array(Work).exactOptional(),
  volunteer: z.array(z.looseObject({})).exactOptional(),
  education: z.array(Education).exactOptional(),
  awards: z.array(z.looseObject({ title: Text, date: Text, awarder: Text, summary: Text })).exactOptional(),
  certificates: z.array(z.looseObject({ name: Text, date: Text, issuer: Text, url: Text })).exactOptional(),
  publications: z
    .array(z.looseObject({ name: Text, publisher: Text, releaseDate: Text, url: Text, summary: Text }))
    .exactOptional(),
  skills: z.array(z.looseObject({ name: Text, level: Text, keywords: Texts })).exactOptional(),
  languages: z.array(z.looseObject({ language: Text, fluency: Text })).exactOptional(),
  projects: z.array(ResumeProject).exactOptional(),
});
export type Resume = z.infer<typeof Resume>;

/** What is wrong with a file that is to be a JSON Resume, in words, or the CV. */
export function readResume(text: string): { ok: true; value: Resume } | { ok: false; reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: `It is no JSON: ${(error as Error).message}` };
  }
  const read = Resume.safeParse(data);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return { ok: false, reason: `It is no JSON Resume: ${issue?.path.join(".") || "the file"}: ${issue?.message}` };
}

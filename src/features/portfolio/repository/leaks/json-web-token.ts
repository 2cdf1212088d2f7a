import { z } from "zod";

const Claims = z.object({
  role: z.string().optional(),
  sub: z.unknown(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
});
const A_DAY_S = 86_400;

/** Whether a token (RFC 7519) opens nothing: for anybody, of the manual, for a day at most, or none at all. */
export function isPublicToken(token: string): boolean {
  const claims = Claims.safeParse(parsed(token.split(".")[1] ?? ""));
  if (!claims.success) return true;
  const { role, sub, exp, iat, nbf } = claims.data;
  if (role === "anon" || sub === "1234567890") return true;
  const from = iat ?? nbf;
  return exp !== undefined && from !== undefined && exp - from <= A_DAY_S;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined; // not JSON: no token
  }
}

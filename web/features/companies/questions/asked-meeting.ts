/** Which company, interviewer and round the questions are chosen for, as the address has it. */
export type AskedMeeting = { company?: string; interviewer?: string; round?: string };

export function parseMeeting({ company, interviewer, round }: Record<string, unknown>): AskedMeeting {
  return {
    ...(isNamed(company) ? { company } : {}),
    ...(isNamed(interviewer) ? { interviewer } : {}),
    ...(isNamed(round) ? { round } : {}),
  };
}

const isNamed = (value: unknown): value is string => typeof value === "string" && value !== "";

import type { CaseDetail } from "../../../../src/features/design/schema.ts";

/** What a design is run in, as the API hands it out. */
export type World = CaseDetail["world"];

export type { Diagnostic, DiagnosticHome, DiagnosticMap, ReplyBody } from "../../../../src/features/plan/schema.ts";

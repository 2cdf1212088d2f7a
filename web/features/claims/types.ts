export type {
  ClaimPlace,
  ClaimsDocument,
  DocumentBody,
  DocumentDetail,
  DocumentKind,
  Finding,
  FindingKind,
  Ledger,
  LedgerClaim,
} from "../../../src/features/claims/schema.ts";

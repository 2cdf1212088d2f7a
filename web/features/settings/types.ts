export type {
  ModelBody,
  ModelShown,
  ModelTested,
  Provider,
  TranscriberBody,
  TranscriberShown,
} from "../../../src/features/settings/schema.ts";

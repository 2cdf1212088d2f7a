export type { ModelBody, ModelShown, ModelTested, Provider } from "../../../src/features/settings/schema.ts";

/** What shelves and terms are called, for pages too. */
export { TOOL_KINDS, TOOL_TERMS, type ToolKind } from "../../../shared/content/tool-kinds.ts";

/** The copy of a draft in this browser; `saved` once the server has acknowledged exactly this text. */
export type LocalCopy = { code: string; at: string; saved: boolean };
export type ServerDraft = { code: string; savedAt: string };

export type DraftChoice = {
  code: string;
  /** True while the server does not have this text. */
  unsaved: boolean;
  /** Typed here, never acknowledged, and older than what the server has: kept, and offered. */
  aside?: { code: string; at: string };
};

/**
 * Which text to open. The newest wins; text that was typed here and lost the race is not thrown away but set aside.
 */
export function chooseDraft(local: LocalCopy | null, server: ServerDraft | null, starter: string): DraftChoice {
  if (!local) return { code: server?.code ?? starter, unsaved: false };
  if (!server) return { code: local.code, unsaved: local.code !== starter };
  if (local.code === server.code) return { code: server.code, unsaved: false };
  const localIsNewer = Date.parse(local.at) > Date.parse(server.savedAt);
  if (localIsNewer) return { code: local.code, unsaved: true };
  const aside = local.saved || local.code === starter ? {} : { aside: { code: local.code, at: local.at } };
  return { code: server.code, unsaved: false, ...aside };
}

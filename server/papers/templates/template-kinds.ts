import type { PaperKind } from "@/db/vocabulary";

/** Papers of which an office may have a Word template of its own. */
export const templateKinds = [
  ...(["agreement", "oralAgreement", "receipt", "ending", "nonAcceptance", "notice"] as const),
  ...(["application", "intake", "authority", "representatives", "investigation", "evidence", "record"] as const),
  ...(["revisit", "confirmation", "closing", "cover", "contents", "situation", "back"] as const),
] as const satisfies readonly PaperKind[];
export type TemplateKind = (typeof templateKinds)[number];

export const hasTemplates = (kind: string): kind is TemplateKind => templateKinds.some((one) => one === kind);

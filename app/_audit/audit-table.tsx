import { getLocale, getTranslations } from "next-intl/server";
import { formatFor } from "@/app/_ui/format/format-for";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { AuditEntry } from "@/server/audit/reads/audit-trail";

/** Entries of the audit: when, who, what they did, on which dispute, and what they asked for. */
export async function AuditTable({ rows, now }: { rows: readonly AuditEntry[]; now: Date }) {
  const t = await getTranslations("audit");
  const format = formatFor(await getLocale(), now);
  const column = (key: "at" | "who" | "act" | "dispute" | "detail", cell: Column<AuditEntry>["cell"]) => ({
    key,
    head: t(`column.${key}`),
    label: t(`column.${key}`),
    cell,
  });
  const area = ({ what }: AuditEntry) => {
    const key = `areas.${(what ?? "").split(".")[0]}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : "";
  };
  const detail = (entry: AuditEntry) =>
    [
      area(entry),
      entry.terms.join(t("between")),
      entry.lines === null ? "" : t("lines", { count: entry.lines }),
      entry.reason,
    ]
      .filter(Boolean)
      .join(t("between")) || t("nothing");
  const isUnknown = ({ action, who }: AuditEntry) => action === "audit.failSignIn" && who === null;
  const whoOf = (entry: AuditEntry) => {
    const { who, post } = entry;
    if (who) return [who, post].filter(Boolean).join(" ");
    return t(isUnknown(entry) ? "unknownName" : "system");
  };
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      keyOf={({ chain, seq }) => `${chain} ${seq}`}
      columns={[
        column("at", ({ at }) => format.dayTime(at)),
        column("who", whoOf),
        column("act", ({ action }) => t(`acts.${actKey(action)}`)),
        column("dispute", ({ dispute }) => dispute?.number ?? t("nothing")),
        column("detail", detail),
      ]}
    />
  );
}

/** The word of an action in the catalogue, whose keys hold no dot. */
function actKey(action: string) {
  const keys = {
    "note.read": "noteRead",
    "file.read": "fileRead",
    "opinion.read": "opinionRead",
    "party.reveal": "partyReveal",
    "window.read": "windowRead",
    "window.decide": "windowDecide",
    "window.confirm": "windowConfirm",
    "window.end": "windowEnd",
    "window.review": "windowReview",
    "audit.search": "search",
    "audit.refuse": "refuse",
    "audit.export": "export",
    "audit.signIn": "signIn",
    "audit.failSignIn": "failSignIn",
    "audit.signOut": "signOut",
    "audit.beginAnew": "beginAnew",
  } as const;
  return keys[action as keyof typeof keys];
}

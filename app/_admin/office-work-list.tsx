"use client";
import { useTranslations } from "next-intl";
import type { OfficeKind } from "@/server/places/inputs";
import type { OfficeWork } from "@/server/places/office-work";

const counted = [
  "disputes",
  "sessions",
  "offers",
  "calls",
  "groups",
  "clues",
  "questions",
  "meetings",
  "rooms",
  "roster",
  "panelRules",
] as const;

/** What goes to the successor, line by line, and where both have the same, which of the two holds. */
export function OfficeWorkList({ kind, work }: { kind: OfficeKind; work: OfficeWork }) {
  const t = useTranslations("admin.place.office");
  const names = (list: readonly string[]) => list.join(t("between"));
  const goes = [
    ...counted.map((key) => work[key] > 0 && t(key, { count: work[key] })),
    work.points.length > 0 && t("points", { count: work.points.length, names: names(work.points) }),
    work.people.length > 0 && t("people", { count: work.people.length, names: names(work.people) }),
  ].filter((line) => line !== false);
  const holds = [
    work.closed > 0 && t("closed", { count: work.closed }),
    work.heads.length > 1 && t("heads", { names: names(work.heads) }),
    work.sameNames.length > 0 && t("sameNames", { names: names(work.sameNames) }),
    work.sameShifts > 0 && t("sameShifts", { count: work.sameShifts }),
    work.samePanelRules > 0 && t("samePanelRules", { count: work.samePanelRules }),
    work.rules > 0 && t("rules", { count: work.rules }),
    t(kind === "station" ? "numbers" : "dossierNumbers"),
  ].filter((line) => line !== false);
  return (
    <>
      <Lines title={t("goesTitle")} lines={goes} />
      <Lines title={t("holdsTitle")} lines={holds} />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <b>{title}</b>
      <ul aria-label={title}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

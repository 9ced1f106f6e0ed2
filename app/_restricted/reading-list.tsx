import { getLocale, getTranslations } from "next-intl/server";
import { Empty } from "@/app/_ui/feedback/empty";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";
import type { Reading } from "@/server/windows/queries";

const words = {
  "window.read": "windowRead",
  "window.confirm": "windowConfirm",
  "window.end": "windowEnd",
  "note.read": "noteRead",
  "file.read": "fileRead",
  "opinion.read": "opinionRead",
  "party.reveal": "partyReveal",
} as const;
const isKnown = (action: string): action is keyof typeof words => action in words;

/** A page asks several questions at once: readings of one kind by one person in one minute are one line. */
function inOneLine(readings: readonly Reading[], minuteOf: (at: string) => string): (Reading & { count: number })[] {
  const lines = new Map<string, Reading & { count: number }>();
  for (const reading of readings) {
    const key = [reading.who, reading.post, reading.action, reading.what, minuteOf(reading.at)].join("\n");
    lines.set(key, { ...(lines.get(key) ?? reading), count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

/** Who read what of a dispute, for its lead. */
export async function ReadingList({ readings, now }: { readings: readonly Reading[]; now: Date }) {
  const t = await getTranslations("restricted");
  const audit = await getTranslations("audit");
  const f = formatFor(await getLocale(), now);
  const areaOf = (what: string | null) => {
    const key = `areas.${(what ?? "").split(".")[0]}` as Parameters<typeof audit>[0];
    return what && audit.has(key) ? audit(key) : "";
  };
  const column = (key: "at" | "who" | "did", cell: (row: Reading & { count: number }) => string) => ({
    key,
    head: t(key),
    label: t(key),
    cell,
  });
  return (
    <Sheet labelledBy="readings">
      <SectionHead id="readings" title={t("readings")} note={t("readingsNote")} />
      {readings.length === 0 ? (
        <Empty>{t("noReadings")}</Empty>
      ) : (
        <DataTable
          caption={t("readings")}
          rows={inOneLine(readings, f.dayTime)}
          keyOf={({ seq }) => String(seq)}
          columns={[
            column("at", ({ at }) => f.dayTime(at)),
            column("who", ({ who, post }) => [who, post].filter(Boolean).join(" ")),
            column("did", ({ action, what, count }) => {
              const did = [isKnown(action) ? audit(`acts.${words[action]}`) : "", areaOf(what)]
                .filter(Boolean)
                .join(audit("between"));
              return count > 1 ? t("times", { did, count }) : did;
            }),
          ]}
        />
      )}
      <ListEnd rows={readings} most={listLimits.readingsOfDispute} />
    </Sheet>
  );
}

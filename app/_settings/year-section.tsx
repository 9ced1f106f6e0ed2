import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import { Tag } from "@/app/_ui/text/tag";
import type { ChangedDay, YearOfDays } from "@/server/settings/reads/years";
import { spansOf } from "./day-spans";
import { YearButton } from "./year-button";

/** Days off and make-up days of one year, where they come from, and what was changed by whom. */
export function YearSection({ year: of, canSet }: { year: YearOfDays; canSet: boolean }) {
  const t = useTranslations("settings");
  const f = useFormat();
  const { year, free, worked, source, entry, changes } = of;
  // The year stands above: its days are said without it.
  const within = useFormat(new Date(Date.UTC(year, 6)));
  const spanWords = (days: readonly string[]) =>
    spansOf(days)
      .map(({ from, until }) =>
        from === until ? within.day(from) : t("years.span", { from: within.day(from), until: within.day(until) }),
      )
      .join(t("years.comma"));
  return (
    <Sheet>
      <SectionHead
        level={3}
        title={year}
        note={<Tag tone={source === "law" ? "amber" : "line"}>{t(`years.source.${source}`)}</Tag>}
        end={canSet ? <YearButton year={of} /> : null}
      />
      <FactList
        facts={[
          { label: t("years.free"), value: spanWords(free) },
          { label: t("years.worked"), value: spanWords(worked) || t("years.noWorked") },
          ...(entry
            ? [
                {
                  key: "entry",
                  label: t("days.notice"),
                  value: t("years.entry", { notice: entry.notice, name: entry.by, at: f.dayTime(entry.at) }),
                },
              ]
            : []),
        ]}
      />
      {changes.length > 0 ? (
        <details>
          <summary>{t("years.changes")}</summary>
          <Stack gap={4}>
            {changes.map((one) => (
              <Changed key={`${one.day} ${one.at}`} change={one} />
            ))}
          </Stack>
        </details>
      ) : null}
    </Sheet>
  );
}

function Changed({ change: { day, isWorkday, by, at } }: { change: ChangedDay }) {
  const t = useTranslations("settings");
  const f = useFormat();
  const what = t(`years.what.${isWorkday === null ? "none" : isWorkday ? "worked" : "free"}`);
  return (
    <span>
      {by && at
        ? t("years.changed", { day: f.day(day), what, name: by, at: f.dayTime(at) })
        : `${f.day(day)} · ${what} · ${t("years.before")}`}
    </span>
  );
}

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { DataTable } from "@/app/_ui/lists/data-table";
import { Tag } from "@/app/_ui/text/tag";
import type { SetValue } from "@/server/settings/choices";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";
import { RuleButton } from "./rule-button";
import { basisWords, isHourOfDay, ruleName, valueWords } from "./rule-words";

/** Rules with what counts today and next, its basis and who changed what; whoever a rule is left to can change it. */
export function RuleTable({ rules, now, caption }: { rules: readonly RuleLine[]; now: string; caption: string }) {
  const t = useTranslations("settings");
  return (
    <DataTable
      caption={caption}
      rows={rules}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "name",
          head: t("rules.name"),
          label: t("rules.name"),
          cell: ({ key }) => ruleName(t, key),
        },
        {
          key: "now",
          head: t("rules.now"),
          label: t("rules.now"),
          width: "14em",
          cell: (line) => <Now line={line} />,
        },
        {
          key: "basis",
          head: t("rules.basis"),
          label: t("rules.basis"),
          width: "18em",
          cell: (line) => basisWords(t, line.now.source),
        },
        {
          key: "history",
          head: t("rules.history"),
          label: t("rules.history"),
          width: "18em",
          cell: (line) => <History line={line} />,
        },
        {
          key: "change",
          head: "",
          label: t("rules.change"),
          cell: (line) =>
            line.canSet ? <RuleButton line={line} now={now} /> : line.lowest === line.highest ? t("rules.fixed") : null,
        },
      ]}
    />
  );
}

function Now({ line }: { line: RuleLine }) {
  const t = useTranslations("settings");
  const f = useFormat();
  const { now, next, passes, key } = line;
  return (
    <>
      <b>{valueWords(t, line, now.value)}</b>
      {passes && !isHourOfDay(key) ? <small> {t(`rules.passes.${passes}`)}</small> : null}
      {now.set ? <small> {t("rules.since", { day: f.day(now.set.from) })}</small> : null}
      {next ? (
        <div>
          <Tag tone="act" isLong>
            {t("rules.coming", { day: f.day(next.from), value: valueWords(t, line, next.value) })}
          </Tag>
        </div>
      ) : null}
    </>
  );
}

/** So many changes stand open; the others behind a press. */
const openMax = 2;

function History({ line }: { line: RuleLine }) {
  const t = useTranslations("settings");
  const { history } = line;
  if (history.length === 0) return t("rules.none");
  if (history.length <= openMax) return <Entries line={line} entries={history} />;
  return (
    <>
      <Entries line={line} entries={history.slice(0, openMax)} />
      <details>
        <summary>{t("rules.more", { count: history.length })}</summary>
        <Entries line={line} entries={history.slice(openMax)} />
      </details>
    </>
  );
}

function Entries({ line, entries }: { line: RuleLine; entries: readonly SetValue[] }) {
  const t = useTranslations("settings");
  const f = useFormat();
  return (
    <Stack gap={4}>
      {entries.map(({ value, from, source, by, at, isOwn }) => {
        const what = { day: f.day(from), value: valueWords(t, line, value), basis: basisWords(t, source) };
        return (
          <span key={`${from} ${at} ${isOwn}`}>
            {isOwn ? t("rules.entryOwn", what) : t("rules.entry", what)}
            {by && at ? ` · ${t("rules.by", { name: by, at: f.dayTime(at) })}` : null}
          </span>
        );
      })}
    </Stack>
  );
}

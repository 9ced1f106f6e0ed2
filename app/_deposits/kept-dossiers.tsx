"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DataTable } from "@/app/_ui/lists/data-table";
import type { DepositSheet } from "@/server/deposits/reads/deposit-sheet";
import { DepositDialog } from "./deposit-dialog";

/** The dossiers of a year that are on no list, to be ticked and handed over together. */
export function KeptDossiers({ sheet }: { sheet: DepositSheet }) {
  const t = useTranslations("deposits");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { year, years, dossiers } = sheet;
  const chosen = dossiers.filter(({ proceedingId }) => ticked.has(proceedingId));
  const tick = (id: string) =>
    setTicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <Sheet labelledBy="kept-dossiers">
      <Stack>
        <SectionHead
          id="kept-dossiers"
          title={t("dossiers", { year: `${year}` })}
          note={t("chosen", { count: chosen.length })}
        />
        <Years years={years} year={year} />
        {dossiers.length === 0 ? (
          <Empty>{t("noneLeft")}</Empty>
        ) : (
          <>
            <CheckField
              label={t("chooseAll", { count: dossiers.length })}
              checked={chosen.length === dossiers.length}
              onChange={() =>
                setTicked(
                  new Set(chosen.length === dossiers.length ? [] : dossiers.map(({ proceedingId }) => proceedingId)),
                )
              }
            />
            <Dossiers dossiers={dossiers} ticked={ticked} onTick={tick} />
            {/* Said where the press was: the list may be longer than the screen. */}
            {isAsked && chosen.length === 0 ? <ErrorNote isFault>{t("noneChosen")}</ErrorNote> : null}
            <Line>
              <Button variant="go" onClick={() => (chosen.length > 0 ? setOpen(true) : setAsked(true))}>
                {t("open")}
              </Button>
            </Line>
          </>
        )}
      </Stack>
      {isOpen ? <DepositDialog chosen={chosen} today={sheet.today} onClose={() => setOpen(false)} /> : null}
    </Sheet>
  );
}

function Years({ years, year: shown }: Pick<DepositSheet, "years" | "year">) {
  const t = useTranslations("deposits");
  if (years.length < 2) return null;
  return (
    <nav aria-label={t("years")}>
      <Line gap={8}>
        {years.map(({ year, left }) => (
          <ButtonLink
            key={year}
            small
            href={`/deposits?year=${year}`}
            aria-current={year === shown ? "page" : undefined}
          >
            {t("yearLeft", { year: `${year}`, left })}
          </ButtonLink>
        ))}
      </Line>
    </nav>
  );
}

interface DossiersProps {
  dossiers: DepositSheet["dossiers"];
  ticked: ReadonlySet<string>;
  onTick: (proceedingId: string) => void;
}

function Dossiers({ dossiers, ticked, onTick }: DossiersProps) {
  const t = useTranslations("deposits");
  const classes = useTranslations("vocabulary.retentionClasses");
  const f = useFormat();
  return (
    <DataTable
      caption={t("title")}
      rows={dossiers}
      keyOf={({ proceedingId }) => proceedingId}
      columns={[
        {
          key: "number",
          head: t("number"),
          label: t("number"),
          cell: ({ proceedingId, dossierNumber }) => (
            <CheckField
              label={dossierNumber}
              aria-label={t("choose", { number: dossierNumber })}
              checked={ticked.has(proceedingId)}
              onChange={() => onTick(proceedingId)}
            />
          ),
        },
        { key: "title", head: t("caseTitle"), label: t("caseTitle"), cell: ({ title }) => title },
        { key: "archived", head: t("archived"), label: t("archived"), cell: ({ archivedOn }) => f.day(archivedOn) },
        { key: "retention", head: t("retention"), label: t("retention"), cell: ({ retention }) => classes(retention) },
      ]}
    />
  );
}

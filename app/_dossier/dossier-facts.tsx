"use client";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { PrintHere } from "@/app/_papers/print-here";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { DossierPage } from "@/server/dossier/queries";
import styles from "./dossier.module.css";

/** Numbers and days of the dossier, and how the proceeding ended. */
export function DossierFacts({ page }: { page: DossierPage }) {
  const t = useTranslations("dossier");
  const tracks = useTranslations("vocabulary.tracks");
  const retentions = useTranslations("vocabulary.retentionClasses");
  const outcomes = useTranslations("vocabulary.outcomes");
  const routes = useTranslations("vocabulary.otherRoutes");
  const allNames = useAllNames();
  const f = useFormat();
  const { proceeding, ending } = page;
  if (!proceeding) return null;
  const { kept, deposit } = proceeding;
  const facts: (readonly [string, ReactNode])[] = [
    [t("number"), proceeding.dossierNumber ?? t("noNumber")],
    [t("dispute"), page.disputeNumber],
    [t("track"), tracks(proceeding.track)],
    [t("accepted"), f.day(proceeding.acceptedOn)],
    ...(proceeding.endedAt ? [[t("ended"), f.day(proceeding.endedAt)] as [string, ReactNode]] : []),
    ...(proceeding.archivedAt ? [[t("archived"), f.day(proceeding.archivedAt)] as [string, ReactNode]] : []),
    ...(kept ? [[t("retention"), t("kept", { class: retentions(kept.class), years: kept.years ?? 0 })] as const] : []),
    ...(deposit
      ? [
          [
            t("deposited"),
            t("depositedTo", { ...deposit, year: `${deposit.year}`, day: f.day(deposit.depositedOn) }),
          ] as const,
        ]
      : []),
    ...(kept?.until ? [[t("keptUntil"), t("disposal", { day: f.day(kept.until) })] as const] : []),
  ];
  return (
    <>
      <Sheet labelledBy="dossier-facts">
        <SectionHead id="dossier-facts" title={t("facts")} />
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </Sheet>
      {ending ? (
        <Sheet labelledBy="ending">
          <SectionHead id="ending" title={t("ending")} />
          <p>
            <b>{outcomes(ending.outcome)}</b>
          </p>
          {ending.reason ? <p>{ending.reason}</p> : null}
          {ending.routesTold.length > 0 ? (
            <p>{t("routes", { routes: allNames(ending.routesTold.map((route) => routes(route))) })}</p>
          ) : null}
          {proceeding.track === "peoples" && page.allowed.includes("paper.ask") ? (
            <PrintHere disputeId={page.disputeId} kinds={endPapers(page)} />
          ) : null}
          <p className={styles.small}>{t("endedBy", { who: ending.endedByName, at: f.dayTime(ending.endedAt) })}</p>
        </Sheet>
      ) : null}
    </>
  );
}

/** What is made at the end: the notice where it failed, and the closing report. */
const endPapers = ({ papers }: DossierPage) =>
  (["ending", "closing"] as const).filter((kind) => papers.some((line) => line.kind === kind && line.canPrint));

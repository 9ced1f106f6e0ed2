import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecisionsWait } from "@/app/_approvals/decisions-wait";
import styles from "@/app/_committee/committee.module.css";
import { LeadLoad } from "@/app/_committee/lead-load";
import { PaperToSealCard } from "@/app/_committee/paper-to-seal";
import { RateStrip } from "@/app/_committee/rate-strip";
import { WaitingList } from "@/app/_committee/waiting-list";
import { cursorIn, cursorText } from "@/app/_disputes/due-cursor";
import { withWords } from "@/app/_i18n/client-words";
import { OwnInstructions } from "@/app/_instructions/own-instructions";
import { type Query, readChoice } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Columns, Line } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Figure, FigureStrip } from "@/app/_ui/text/figure";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("committee");
  return { title: t("title") };
}

/** The committee head's home: the seal first, then disputes without a lead or without an end. */
async function CommitteePage({ searchParams }: { searchParams: Promise<Query & { after?: string }> }) {
  const asked = await searchParams;
  const { after } = asked;
  const choice = readChoice(asked);
  const t = await getTranslations("committee");
  const trpc = await api();
  const [overview, rates, instructions] = await Promise.all([
    orNotFound(trpc.agreements.committeeOverview({ after: cursorIn(after) })),
    orNotFound(trpc.overview.committee(choice)),
    orNotFound(trpc.instructions.own({})),
  ]);
  const { counts, toSeal } = overview;
  const now = requestTime().toISOString();
  return (
    <>
      <PageHead title={t("title")} note={overview.committeeName} />
      <DecisionsWait />
      <div className={styles.figures}>
        <FigureStrip label={t("figures.label")}>
          <Figure label={t("figures.open")} value={counts.open} href="/disputes?scope=open" />
          <Figure label={t("figures.signing")} value={counts.signing} href="/disputes?status=signing" />
          <Figure label={t("figures.performing")} value={counts.performing} href="/disputes?status=performing" />
          <Figure label={t("figures.overdue")} value={counts.overdueObligations} href="/performance" />
          <Figure label={t("figures.archived")} value={counts.archived} href="/disputes?status=archived" />
        </FigureStrip>
        <RateStrip rates={rates} {...choice} />
      </div>
      <Columns
        shape="list"
        right={
          <>
            <OtherPlaces />
            <LeadLoad load={overview.load} />
            <WaitingList
              id="untriaged"
              title={t("untriaged")}
              note={t("untriagedNote")}
              waiting={overview.untriaged}
              more={[{ label: t("all.untriaged"), href: "/disputes?status=registered" }]}
            />
            <WaitingList
              id="to-close"
              title={t("toClose")}
              waiting={overview.toClose}
              more={[
                { label: t("all.performed"), href: "/disputes?status=performed" },
                { label: t("all.closed"), href: "/disputes?status=closed" },
              ]}
            />
          </>
        }
      >
        <SectionHead title={t("toSeal")} note={t("toSealNote", { count: overview.toSealTotal })} />
        {toSeal.length === 0 ? <Empty>{t("noneToSeal")}</Empty> : null}
        {toSeal.map((paper, i) => (
          <PaperToSealCard key={paper.disputeId} paper={paper} isFirst={i === 0} now={now} />
        ))}
        {overview.next ? (
          <div>
            <ButtonLink href={`/committee?period=${choice.period}&after=${cursorText(overview.next)}`}>
              {t("laterOnes")}
            </ButtonLink>
          </div>
        ) : null}
        <OwnInstructions own={instructions} now={requestTime()} />
      </Columns>
    </>
  );
}

/** What else a head decides and sets. */
async function OtherPlaces() {
  const t = await getTranslations("committee");
  const consultations = await getTranslations("consultations");
  const rules = await getTranslations("panel.rules");
  const settings = await getTranslations("settings");
  const numbers = await getTranslations("numbers");
  const templates = await getTranslations("templates");
  const subsidies = await getTranslations("subsidies");
  const deposits = await getTranslations("deposits");
  const places = {
    "/subsidies": subsidies("title"),
    "/deposits": deposits("title"),
    "/approvals": t("requests"),
    "/committee/panel-rules": rules("title"),
    "/rules": settings("title"),
    "/numbers": numbers("title"),
    "/paper-templates": templates("papers.title"),
    "/drafting-templates": templates("clauses.title"),
    "/committee/duty": consultations("toRoster"),
  };
  return (
    <Sheet labelledBy="places">
      <SectionHead id="places" title={t("places")} />
      <Line>
        {Object.entries(places).map(([href, title]) => (
          <ButtonLink key={href} small href={href}>
            {title}
          </ButtonLink>
        ))}
      </Line>
    </Sheet>
  );
}

export default withWords("(office)/committee/page", CommitteePage);

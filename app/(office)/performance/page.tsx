import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { OfficeList } from "@/app/_performance/office-list";
import { Revisits } from "@/app/_performance/revisits";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { PageHead } from "@/app/_ui/layout/page-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("performance");
  return { title: t("title") };
}

/** What people still owe each other, across every dispute whose performance the reader follows. */
async function PerformancePage({ searchParams }: { searchParams: Promise<{ scope?: string }> }) {
  const scope = (await searchParams).scope === "mine" ? "mine" : "all";
  const t = await getTranslations("performance");
  const trpc = await api();
  const subsidies = await getTranslations("subsidies");
  const { actor } = await requireSignIn();
  const [list, revisits] = await Promise.all([
    orNotFound(trpc.performance.list({ scope })),
    orNotFound(trpc.revisits.own({})),
  ]);
  const { overdue, thisWeek, later } = list.counts;
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("office.note", { count: overdue + thisWeek + later, overdue })}
        end={
          <>
            {actor.role === "mediator" ? (
              <ButtonLink small href="/subsidies">
                {subsidies("title")}
              </ButtonLink>
            ) : null}
            <FilterPills
              label={t("office.which")}
              pills={[
                { label: t("office.all"), href: "/performance", isChosen: scope === "all" },
                { label: t("office.mine"), href: "/performance?scope=mine", isChosen: scope === "mine" },
              ]}
            />
          </>
        }
      />
      <Revisits {...revisits} now={requestTime()} />
      <OfficeList key={scope} first={list} scope={scope} now={requestTime().toISOString()} />
    </>
  );
}

export default withWords("(office)/performance/page", PerformancePage);

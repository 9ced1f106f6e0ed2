import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { canRegister } from "@/app/_frame/places";
import { withWords } from "@/app/_i18n/client-words";
import { PlanForm } from "@/app/_town-halls/plan-form";
import { SeriesCard } from "@/app/_town-halls/series-card";
import styles from "@/app/_town-halls/town-halls.module.css";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("townHalls"))("title") };
}

/** The station's weekly town halls, and a form that plans one. */
async function TownHallsPage() {
  const t = await getTranslations("townHalls");
  const { actor } = await requireSignIn();
  const trpc = await api();
  const series = await orNotFound(trpc.townHalls.list({}));
  const mayPlan = actor.stationId !== null && actor.role !== "committeeHead";
  const choices = mayPlan ? await orNotFound(trpc.townHalls.choices({})) : null;
  const now = requestTime().toISOString();
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("intro")}
        back={{ href: "/calendar", label: t("back") }}
        end={canRegister(actor.role) ? <ButtonLink href="/register">{t("register")}</ButtonLink> : null}
      />
      <Columns
        shape="form"
        right={
          choices ? (
            <SidePanel title={t("plan.title")} isFixed>
              <PlanForm choices={choices} me={actor.personId} />
            </SidePanel>
          ) : undefined
        }
      >
        {series.length === 0 ? (
          <Sheet>
            <Empty>{t("none")}</Empty>
          </Sheet>
        ) : (
          <div className={styles.list}>
            {series.map((one) => (
              <SeriesCard key={one.id} series={one} rooms={choices?.rooms ?? null} now={now} />
            ))}
            <ListEnd rows={series} most={listLimits.townHalls} />
          </div>
        )}
      </Columns>
    </>
  );
}

export default withWords("(office)/town-halls/page", TownHallsPage);

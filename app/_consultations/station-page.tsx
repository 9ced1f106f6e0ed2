import { getTranslations } from "next-intl/server";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Columns, Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import type { Role } from "@/db/vocabulary";
import { AskForm } from "./ask-form";
import { DutyLine } from "./duty-line";
import { StationQuestions } from "./station-questions";

interface StationPageProps {
  before: string | null;
  filter: "all" | "waiting";
  role: Role;
}

/** The office: all questions of the station; mediators and officers ask from the panel. */
export async function StationPage({ before, filter, role }: StationPageProps) {
  const t = await getTranslations("consultations");
  const trpc = await api();
  const mayAsk = role === "mediator" || role === "officer";
  const [{ duty, waiting, ...page }, own] = await Promise.all([
    orNotFound(trpc.consultations.ofStation({ filter, before })),
    mayAsk ? trpc.consultations.own({ before: null }) : null,
  ]);
  const now = requestTime();
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("list.note", { waiting })}
        end={
          <>
            <FilterPills
              label={t("list.filters")}
              pills={[
                { label: t("list.filter.all"), href: "/consultations", isChosen: filter === "all" },
                {
                  label: t("list.filter.waiting"),
                  href: "/consultations?filter=waiting",
                  count: waiting,
                  isChosen: filter === "waiting",
                },
              ]}
            />
            {role === "mediator" || role === "stationHead" ? (
              <ButtonLink small href="/committee/duty">
                {t("toRoster")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Columns
        shape="list"
        right={
          own ? (
            <SidePanel isFixed title={t("ask.title")}>
              <AskForm points={own.points} ownPointId={own.ownPointId} now={now.toISOString()} />
            </SidePanel>
          ) : undefined
        }
      >
        <Stack>
          <DutyLine duty={duty} />
          <StationQuestions
            page={page}
            isWaiting={filter === "waiting"}
            mayLink={mayAsk}
            own={new Set(own?.rows.map((row) => row.id))}
            now={now}
          />
          {page.next ? (
            <ButtonLink href={`/consultations?filter=${filter}&before=${page.next}`}>{t("list.more")}</ButtonLink>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}

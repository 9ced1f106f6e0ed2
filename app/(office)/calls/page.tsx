import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallTable } from "@/app/_calls/call-table";
import styles from "@/app/_calls/calls.module.css";
import { ClueList } from "@/app/_calls/clue-list";
import { GroupCards } from "@/app/_calls/group-cards";
import { RecordForm } from "@/app/_calls/record-form";
import { OpenSteps } from "@/app/_gate/open-steps";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Columns, Line } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { callFilters, listCallsInput } from "@/server/calls/inputs";

interface CallsProps {
  searchParams: Promise<{ filter?: string; group?: string; at?: string; id?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("title") };
}

async function CallsPage({ searchParams }: CallsProps) {
  const { actor } = await requireSignIn();
  const query = await searchParams;
  const asked = listCallsInput.safeParse({
    filter: callFilters.find((one) => one === query.filter) ?? "all",
    ...(query.group ? { groupId: query.group } : {}),
    ...(query.at && query.id ? { cursor: { at: query.at, id: query.id } } : {}),
  });
  const list = asked.success ? asked.data : listCallsInput.parse({});
  const trpc = await api();
  const [page, groups, clues, steps] = await Promise.all([
    orNotFound(trpc.calls.list(list)),
    orNotFound(trpc.calls.groups({})),
    orNotFound(trpc.clues.list({})),
    orNotFound(trpc.disputes.openGateSteps({})),
  ]);
  const t = await getTranslations("calls");
  const isHead = actor.role === "stationHead";
  const isClues = query.filter === "clues";
  const filter = isClues ? "clues" : list.filter;
  const shownGroups = list.groupId ? groups.filter((group) => group.id === list.groupId) : groups;
  const next = new URLSearchParams({
    filter: list.filter,
    ...(list.groupId ? { group: list.groupId } : {}),
    ...page.next,
  });
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note", { count: page.total })}
        end={
          <Line>
            <CallFilters
              filter={filter}
              groupId={list.groupId}
              newClues={clues.filter((clue) => clue.status === "new").length}
            />
            <OtherPages />
          </Line>
        }
      />
      <Columns
        shape="list"
        right={
          <div id="record">
            <SidePanel isFixed title={t("record.title")}>
              <RecordForm isMain={!isHead || groups.every((group) => !group.alertedAt || group.disputeId)} />
            </SidePanel>
          </div>
        }
      >
        <ButtonLink href="#record" className={styles.only}>
          {t("record.fromPhone")}
        </ButtonLink>
        <OpenSteps steps={steps} now={requestTime()} />
        {isClues ? (
          <ClueList clues={clues} canAnswer={!isHead} now={requestTime().toISOString()} />
        ) : (
          <>
            {list.cursor ? null : <GroupCards groups={shownGroups} act={isHead ? "activate" : "register"} />}
            <Sheet flush>
              {page.rows.length === 0 ? (
                <Empty>{t(list.filter === "all" ? "list.none" : "list.noneLoose")}</Empty>
              ) : (
                <CallTable rows={page.rows} canRegister={!isHead} />
              )}
            </Sheet>
            {page.next ? <ButtonLink href={`/calls?${next}`}>{t("list.more")}</ButtonLink> : null}
          </>
        )}
      </Columns>
    </>
  );
}

/** Who leads the station when, and the questions to lawyers. */
async function OtherPages() {
  const t = await getTranslations("consultations");
  return (
    <>
      <ButtonLink small href="/duty-leaders">
        {t("leaders.link")}
      </ButtonLink>
      <ButtonLink small href="/consultations">
        {t("entry")}
      </ButtonLink>
    </>
  );
}

interface CallFiltersProps {
  filter: (typeof callFilters)[number] | "clues";
  groupId: string | undefined;
  newClues: number;
}

async function CallFilters({ filter, groupId, newClues }: CallFiltersProps) {
  const t = await getTranslations("calls");
  return (
    <FilterPills
      label={t("filters")}
      pills={[
        { label: t("filter.all"), href: "/calls", isChosen: filter === "all" && !groupId },
        { label: t("filter.fresh"), href: "/calls?filter=fresh", isChosen: filter === "fresh" },
        { label: t("filter.unattached"), href: "/calls?filter=unattached", isChosen: filter === "unattached" },
        {
          label: t("filter.clues"),
          href: "/calls?filter=clues",
          count: newClues,
          isChosen: filter === "clues",
        },
        ...(groupId ? [{ label: t("list.onlyGroup"), href: `/calls?group=${groupId}`, isChosen: true }] : []),
      ]}
    />
  );
}

export default withWords("(office)/calls/page", CallsPage);

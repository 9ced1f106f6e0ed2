import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import styles from "@/app/_approvals/approvals.module.css";
import { AskedLeadCard, AskedSettlementCard } from "@/app/_approvals/asked-cards";
import { HandOverMatters } from "@/app/_approvals/hand-over-matters";
import { RequestCard } from "@/app/_approvals/request-card";
import { TransferCard } from "@/app/_approvals/transfer-card";
import { WindowCard } from "@/app/_approvals/window-card";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals"))("title") };
}

/** 审批: requests to lead and to read, parties who ask for another lead, applications for no penalty, emergencies to confirm or review, transfers. */
async function ApprovalsPage() {
  const { actor } = await requireSignIn();
  const t = await getTranslations("approvals");
  const restricted = await getTranslations("restricted");
  const trpc = await api();
  const isHead = actor.role === "stationHead" || actor.role === "committeeHead";
  const [{ windows, hours }, { transfers, leads, lawyers, leadRequests, settlements }, requests] = await Promise.all([
    orNotFound(trpc.windows.ofOffice({})),
    orNotFound(trpc.handovers.ofOffice({})),
    isHead ? orNotFound(trpc.accessRequests.waiting({})) : [],
  ]);
  const now = requestTime().toISOString();
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note")}
        end={
          <ButtonLink small href="/disputes/restricted">
            {restricted("title")}
          </ButtonLink>
        }
      />
      {requests.length + windows.length + transfers.length + leadRequests.length + settlements.length === 0 ? (
        <Empty>{t("none")}</Empty>
      ) : null}
      <div className={styles.cards}>
        <Stack>
          {windows.length > 0 ? <SectionHead title={t("windowTitle")} /> : null}
          {windows.map((asked) => (
            <WindowCard key={asked.id} asked={asked} hours={hours} now={now} />
          ))}
          <ListEnd rows={windows} most={listLimits.windows} />
          {requests.length > 0 ? <SectionHead title={t("leadTitle")} note={t("leadNote")} /> : null}
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} now={now} />
          ))}
          <ListEnd rows={requests} most={listLimits.accessRequests} />
          {leadRequests.length > 0 ? <SectionHead title={t("askedLeadTitle")} /> : null}
          {leadRequests.map((asked) => (
            <AskedLeadCard key={asked.id} asked={asked} now={now} />
          ))}
          {settlements.length > 0 ? <SectionHead title={t("settlementTitle")} /> : null}
          {settlements.map((asked) => (
            <AskedSettlementCard key={asked.id} asked={asked} now={now} />
          ))}
          {transfers.length > 0 ? <SectionHead title={t("transfer.title")} /> : null}
          {transfers.map((transfer) => (
            <TransferCard key={transfer.id} transfer={transfer} leads={leads} now={now} />
          ))}
          <ListEnd rows={transfers} most={listLimits.transfers} />
          {isHead ? <SectionHead title={t("handOver.title")} note={t("handOver.note")} /> : null}
          {isHead ? <HandOverMatters leads={leads} lawyers={lawyers} /> : null}
        </Stack>
      </div>
    </>
  );
}

export default withWords("(office)/approvals/page", ApprovalsPage);

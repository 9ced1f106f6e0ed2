import { getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { Link } from "@/app/_ui/actions/link";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";

/** For heads, on the first page they see: requests and readings that wait for them, and how many reviews are late. */
export async function DecisionsWait({ now }: { now: string }) {
  const trpc = await api();
  const [requests, { windows }, { transfers, leadRequests, settlements }, t] = await Promise.all([
    trpc.accessRequests.waiting({}),
    trpc.windows.ofOffice({}),
    trpc.handovers.ofOffice({}),
    getTranslations("approvals"),
  ]);
  const toDo = windows.filter(({ may, isOwn }) => !isOwn && (may === "open" || may === "review"));
  const late = toDo.filter(({ may, reviewDueAt }) => may === "review" && reviewDueAt !== null && reviewDueAt <= now);
  const toAnswer = transfers.filter(({ mayAnswer }) => mayAnswer).length;
  return (
    <>
      {toAnswer > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("transfer.waiting", { count: toAnswer })}</Link>
        </Sheet>
      ) : null}
      {leadRequests.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waitingLeads", { count: leadRequests.length })}</Link>
        </Sheet>
      ) : null}
      {settlements.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waitingSettlements", { count: settlements.length })}</Link>
        </Sheet>
      ) : null}
      {requests.length > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waiting", { count: requests.length })}</Link>
        </Sheet>
      ) : null}
      {toDo.length > 0 ? (
        <Sheet>
          <Facts
            items={[
              <Link key="w" href="/approvals">
                {t("waitingWindows", { count: toDo.length })}
              </Link>,
              late.length > 0 ? (
                <Tag key="l" tone="red">
                  {t("lateReviews", { count: late.length })}
                </Tag>
              ) : null,
            ]}
          />
        </Sheet>
      ) : null}
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { Link } from "@/app/_ui/actions/link";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";

/** For heads, on the first page they see: what waits for their decision, and how many reviews are late. */
export async function DecisionsWait() {
  const trpc = await api();
  const [waiting, t] = await Promise.all([trpc.approvals.waiting({}), getTranslations("approvals")]);
  const { transfers, leadRequests, settlements, requests, windows, lateReviews } = waiting;
  return (
    <>
      {transfers > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("transfer.waiting", { count: transfers })}</Link>
        </Sheet>
      ) : null}
      {leadRequests > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waitingLeads", { count: leadRequests })}</Link>
        </Sheet>
      ) : null}
      {settlements > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waitingSettlements", { count: settlements })}</Link>
        </Sheet>
      ) : null}
      {requests > 0 ? (
        <Sheet>
          <Link href="/approvals">{t("waiting", { count: requests })}</Link>
        </Sheet>
      ) : null}
      {windows > 0 ? (
        <Sheet>
          <Facts
            items={[
              <Link key="w" href="/approvals">
                {t("waitingWindows", { count: windows })}
              </Link>,
              lateReviews > 0 ? (
                <Tag key="l" tone="red">
                  {t("lateReviews", { count: lateReviews })}
                </Tag>
              ) : null,
            ]}
          />
        </Sheet>
      ) : null}
    </>
  );
}

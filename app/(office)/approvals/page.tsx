import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestCard } from "@/app/_approvals/request-card";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";
import { Stack } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals"))("title") };
}

/** Requests to lead a matter that wait for the station's or the committee's head. */
export default async function ApprovalsPage() {
  const t = await getTranslations("approvals");
  const trpc = await api();
  const requests = await orNotFound(trpc.accessRequests.waiting({}));
  const now = requestTime().toISOString();
  return (
    <>
      <PageHead title={t("title")} note={t("note")} />
      {requests.length === 0 ? <Empty>{t("none")}</Empty> : null}
      <Stack>
        {requests.map((request) => (
          <RequestCard key={request.id} request={request} now={now} />
        ))}
      </Stack>
    </>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActivateForm } from "@/app/_calls/activate-form";
import { CallStories } from "@/app/_calls/call-stories";
import styles from "@/app/_calls/calls.module.css";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/layout/page-head";
import { SidePanel } from "@/app/_ui/layout/side-panel";

interface ActivateProps {
  params: Promise<{ groupId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.activate"))("title") };
}

async function ActivatePage({ params }: ActivateProps) {
  const { groupId } = await params;
  const trpc = await api();
  const form = await orNotFound(trpc.calls.activationForm({ groupId }));
  if (form.group.disputeId) redirect(`/disputes/${form.group.disputeId}`);
  const calls = await trpc.calls.list({ groupId });
  const t = await getTranslations("calls.activate");
  return (
    <>
      <PageHead
        back={{ href: "/calls", label: t("back") }}
        title={t("title")}
        note={t("note", { place: form.group.place, count: form.group.incidents })}
      />
      <ActivateForm
        form={form}
        side={
          <SidePanel isFixed title={t("calls")}>
            <p className={styles.facts}>{t("callsNote")}</p>
            <CallStories calls={calls.rows} />
          </SidePanel>
        }
      />
    </>
  );
}

export default withWords("(office)/calls/activate/[groupId]/page", ActivatePage);

import { getTranslations } from "next-intl/server";
import { DraftView } from "@/app/_agreements/draft-view";
import { SigningView } from "@/app/_agreements/signing-view";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";

interface AgreementTabProps {
  params: Promise<{ disputeId: string }>;
  /** Which version of a renegotiated agreement; what is being written or signed, else what is in force. */
  searchParams: Promise<{ version?: string }>;
}

/** The acts of this page: the names of all others would travel with its document. */
const ofAgreements = /^(agreement|confirmation|interpreter|paper)\.|^proceeding\.reopen$/;

/** The agreement of a dispute: being written, being signed, or in force. */
async function AgreementTab({ params, searchParams }: AgreementTabProps) {
  const { disputeId } = await params;
  const { version } = await searchParams;
  const t = await getTranslations("agreements");
  const trpc = await api();
  const whole = await orNotFound(trpc.agreements.ofDispute({ disputeId, agreementId: version }));
  const page = { ...whole, allowed: whole.allowed.filter((action) => ofAgreements.test(action)) };
  const { agreement } = page;
  if (page.allowed.includes("agreement.draft") && (!agreement || agreement.status === "draft")) {
    const [agreed, offered] = await Promise.all([
      agreement ? [] : orNotFound(trpc.desk.agreedOf({ disputeId })),
      orNotFound(trpc.agreements.offeredClauses({ disputeId })),
    ]);
    // The first save makes the agreement: whoever pressed goes on in the same form. A draft that was taken back is another one.
    return <DraftView key={page.withdrawn.length} page={page} agreed={agreed} offered={offered} />;
  }
  if (agreement) return <SigningView page={page} agreement={agreement} />;
  return <Empty>{page.proceeding ? t("notYet") : t("none")}</Empty>;
}

export default withWords("(office)/disputes/[disputeId]/agreement/page", AgreementTab);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import { PrintButton } from "@/app/_record/print-button";
import tools from "@/app/_record/proof.module.css";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { PoliceSheet } from "@/app/_violations/police-sheet";
import { SheetBlanks } from "@/app/_violations/sheet-blanks";

interface PolicePaperProps {
  params: Promise<{ disputeId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("violations.sheet"))("page") };
}

/** The paper of police mediation as it was sent to sign, or the on-the-spot form: one sheet to print (程序规定 178、184). */
async function PolicePaper({ params }: PolicePaperProps) {
  const { disputeId } = await params;
  const trpc = await api();
  const [page, violation] = await Promise.all([
    orNotFound(trpc.agreements.ofDispute({ disputeId })),
    orNotFound(trpc.violations.ofDispute({ disputeId, forPrint: true })),
  ]);
  const { agreement } = page;
  if (!agreement || !violation.paper) notFound();
  const t = await getTranslations("violations.sheet");
  const canReveal = violation.allowed.includes("party.reveal");
  const sheet = { page, police: violation.paper, contacts: violation.paperContacts, canReveal };
  return (
    <>
      <div className={tools.tools}>
        <ButtonLink href={`/disputes/${disputeId}/violation`}>{t("back")}</ButtonLink>
        <PrintButton />
        <p>{t("printHint")}</p>
        {sheet.canReveal ? <SheetBlanks {...sheet} /> : null}
      </div>
      <PoliceSheet {...sheet} agreement={agreement} />
    </>
  );
}

export default withWords("(paper)/disputes/[disputeId]/police-paper/page", PolicePaper);

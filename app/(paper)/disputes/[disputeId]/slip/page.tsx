import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withWords } from "@/app/_i18n/client-words";
import tools from "@/app/_record/proof.module.css";
import { SlipSheet } from "@/app/_slips/slip-sheet";
import { SlipTools } from "@/app/_slips/slip-tools";
import { TrpcClient } from "@/app/_trpc/client";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";

interface SlipPageProps {
  params: Promise<{ disputeId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("slips"))("title") };
}

/** The receipt of a registration, for whoever came: made, printed and revoked here. */
async function SlipPage({ params }: SlipPageProps) {
  const { disputeId } = await params;
  const slip = await orNotFound((await api()).slips.ofDispute({ disputeId }));
  const t = await getTranslations("slips");
  const { made, allowed } = slip;
  return (
    <>
      <div className={tools.tools}>
        <ButtonLink href={`/disputes/${disputeId}`}>{t("back")}</ButtonLink>
        <TrpcClient>
          <SlipTools
            disputeId={disputeId}
            isMade={Boolean(made?.code)}
            works={made !== null}
            mayMake={allowed.includes("slip.make")}
            mayRevoke={allowed.includes("slip.revoke")}
          />
        </TrpcClient>
        <p>{t(made && !made.code ? "lost" : "hint")}</p>
      </div>
      <SlipSheet slip={slip} address={(process.env.NEXTAUTH_URL ?? "http://localhost:3000").replace(/\/+$/, "")} />
    </>
  );
}

export default withWords("(paper)/disputes/[disputeId]/slip/page", SlipPage);

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LawyerPage } from "@/app/_consultations/lawyer-page";
import { OwnPage } from "@/app/_consultations/own-page";
import { StationPage } from "@/app/_consultations/station-page";
import { withWords } from "@/app/_i18n/client-words";
import { requireSignIn } from "@/app/_trpc/server";

interface ConsultationsProps {
  searchParams: Promise<{ before?: string; filter?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations"))("title") };
}

/** A grid member asks, a lawyer on duty answers, a station sees all of its own. */
async function ConsultationsPage({ searchParams }: ConsultationsProps) {
  const { actor } = await requireSignIn();
  const { before = null, filter } = await searchParams;
  if (actor.role === "gridMember" || actor.role === "expert")
    return actor.role === "expert" ? <LawyerPage before={before} /> : <OwnPage before={before} />;
  return <StationPage before={before} filter={filter === "waiting" ? "waiting" : "all"} role={actor.role} />;
}

export default withWords("(own)/consultations/page", ConsultationsPage);

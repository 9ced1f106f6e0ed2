import { getTranslations } from "next-intl/server";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { AskForm } from "./ask-form";
import { DutyLine } from "./duty-line";
import { OwnQuestions } from "./own-questions";

/** The phone of a contact point: ask, and read what was answered. */
export async function OwnPage({ before }: { before: string | null }) {
  const t = await getTranslations("consultations");
  const { duty, points, ownPointId, ...page } = await orNotFound((await api()).consultations.own({ before }));
  const now = requestTime();
  return (
    <>
      <h1>{t("title")}</h1>
      {before ? null : (
        <>
          <DutyLine duty={duty} />
          <Sheet labelledBy="ask">
            <SectionHead id="ask" title={t("ask.title")} />
            <AskForm points={points} ownPointId={ownPointId} now={now.toISOString()} />
          </Sheet>
        </>
      )}
      <OwnQuestions page={page} now={now} />
    </>
  );
}

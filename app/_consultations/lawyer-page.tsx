import { getTranslations } from "next-intl/server";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { Empty } from "@/app/_ui/feedback/empty";
import { Sheet } from "@/app/_ui/layout/sheet";
import { LawyerView } from "./lawyer-view";

/** The phone of a lawyer on the roster. */
export async function LawyerPage({ before }: { before: string | null }) {
  const t = await getTranslations("consultations.lawyer");
  const { waiting, answered, isLawyer, shifts } = await orNotFound((await api()).consultations.onDuty({ before }));
  return (
    <>
      <h1>{t("title")}</h1>
      {isLawyer ? (
        <LawyerView
          waiting={waiting}
          answered={answered}
          shifts={shifts}
          now={requestTime()}
          isEarlier={before !== null}
        />
      ) : (
        <Sheet>
          <Empty>{t("notLawyer")}</Empty>
        </Sheet>
      )}
    </>
  );
}

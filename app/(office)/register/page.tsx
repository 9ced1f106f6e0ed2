import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { dayOf } from "@/app/_calendar/days";
import { canRegister } from "@/app/_frame/places";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, orNull, requestTime, requireSignIn } from "@/app/_trpc/server";
import { RegisterForm } from "../../_register/register-form";

interface RegisterPageProps {
  /** `call` = ids of police calls, `clue` = id of a clue, `place` = where it was. */
  searchParams: Promise<{ call?: string | string[]; clue?: string; place?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

async function RegisterPage({ searchParams }: RegisterPageProps) {
  const { actor } = await requireSignIn();
  if (!canRegister(actor.role)) notFound();
  const { call, clue = "", place = "" } = await searchParams;
  const trpc = await api();
  const callIds = [call ?? []]
    .flat()
    .flatMap((ids) => ids.split(","))
    .filter(Boolean);
  const clues = clue ? await orNull(trpc.clues.list({})) : null;
  const loose = callIds.length > 0 ? await orNotFound(trpc.disputes.looseCalls({ callIds })) : [];
  return (
    <RegisterForm
      personId={actor.personId}
      role={actor.role}
      points={await trpc.disputes.points({})}
      broughtCalls={loose}
      clue={clues?.find((one) => one.id === clue && one.status === "new") ?? null}
      place={place}
      dutyLeader={(await trpc.dutyLeaders.week({ fromDay: dayOf(requestTime()) })).now}
    />
  );
}

export default withWords("(office)/register/page", RegisterPage);

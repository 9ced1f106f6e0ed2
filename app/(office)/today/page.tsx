import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cursorIn } from "@/app/_disputes/due-cursor";
import { canRegister } from "@/app/_frame/places";
import { OpenSteps } from "@/app/_gate/open-steps";
import { withWords } from "@/app/_i18n/client-words";
import { OwnInstructions } from "@/app/_instructions/own-instructions";
import { api, orNotFound, requireSignIn } from "@/app/_trpc/server";
import { Columns } from "@/app/_ui/layout/columns";
import { TodayHead } from "./today-head";
import { TodayList } from "./today-list";
import { TodaySideColumn } from "./today-side";

const shows = ["toDo", "waiting", "mine"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** 今日: what is overdue, due today and due this week, each with its one action. */
async function TodayPage({ searchParams }: { searchParams: Promise<{ show?: string; after?: string }> }) {
  const { show: asked, after } = await searchParams;
  const show = shows.find((one) => one === asked) ?? "toDo";
  const trpc = await api();
  const { actor } = await requireSignIn();
  const hasSteps = actor.role !== "committeeHead";
  const [today, steps, instructions] = await Promise.all([
    orNotFound(trpc.disputes.today({ show, after: cursorIn(after) })),
    hasSteps ? orNotFound(trpc.disputes.openGateSteps({})) : [],
    orNotFound(trpc.instructions.own({})),
  ]);
  return (
    <>
      <TodayHead show={show} counts={today.counts} now={new Date(today.now)} />
      <Columns shape="list" right={<TodaySideColumn side={today.side} now={new Date(today.now)} />}>
        <OwnInstructions own={instructions} now={new Date(today.now)} />
        <OpenSteps steps={steps} now={new Date(today.now)} />
        <TodayList today={today} show={show} mayRegister={canRegister(actor.role)} />
      </Columns>
    </>
  );
}

export default withWords("(office)/today/page", TodayPage);

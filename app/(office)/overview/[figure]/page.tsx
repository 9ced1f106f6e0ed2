import { notFound } from "next/navigation";
import { withWords } from "@/app/_i18n/client-words";
import { DrillList } from "@/app/_statistics/drill-list";
import { type Query, readDrill } from "@/app/_statistics/read-choice";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";

interface DrillProps {
  params: Promise<{ figure: string }>;
  searchParams: Promise<Query>;
}

async function DrillPage({ params, searchParams }: DrillProps) {
  const asked = readDrill((await params).figure, await searchParams);
  if (!asked) notFound();
  const trpc = await api();
  const [page, forces, overview] = await Promise.all([
    orNotFound(trpc.overview.drill(asked)),
    asked.filter.force ? orNotFound(trpc.overview.forces({ period: asked.period })) : null,
    asked.filter.pointId ? orNotFound(trpc.overview.overview({ period: asked.period })) : null,
  ]);
  const force = forces?.rows.find((row) => row.code === asked.filter.force);
  const point = overview?.heat.rows.find((row) => row.pointId === asked.filter.pointId)?.point ?? null;
  return <DrillList asked={asked} page={page} force={force ?? null} point={point} now={requestTime()} />;
}

export default withWords("(office)/overview/[figure]/page", DrillPage);

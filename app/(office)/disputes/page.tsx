import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { canExportDisputes } from "@/app/_export/can-export";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { Sheet } from "@/app/_ui/layout/sheet";
import { disputeTypes, proceedingStatuses, riskLevels, sources, tracks } from "@/db/vocabulary";
import { listScopes } from "@/server/disputes/choices";
import type { DisputeInList } from "@/server/disputes/reads/list";
import { DisputeFilters } from "./dispute-filters";
import { DisputeRows, type ShownDispute } from "./dispute-rows";
import { FoundDisputes } from "./found-disputes";
import { InHand } from "./in-hand";
import { ListHead } from "./list-head";

type Asked = Record<
  "scope" | "status" | "risk" | "source" | "type" | "track" | "lead" | "late" | "found",
  string | string[] | undefined
>;

const statuses = ["registered", "notAccepted", ...proceedingStatuses] as const;
const one = <T extends string>(known: readonly T[], asked: string | string[] | undefined): T | null =>
  known.find((value) => value === asked) ?? null;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disputes"))("title") };
}

/** 案件: the disputes this person may see, filtered by the address, or what they searched for. */
async function DisputesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const { actor } = await requireSignIn();
  const mayExport = canExportDisputes(actor.role);
  if (typeof asked.found === "string")
    return <FoundDisputes key={asked.found} token={asked.found} mayExport={mayExport} />;
  const input = {
    scope: one(listScopes, asked.scope) ?? (asked.status ? "all" : "unarchived"),
    status: one(statuses, asked.status),
    risk: one(riskLevels, asked.risk),
    source: one(sources, asked.source),
    type: one(disputeTypes, asked.type),
    track: one(tracks, asked.track),
    lead: typeof asked.lead === "string" ? asked.lead : null,
    late: one(["yes"] as const, asked.late),
    q: "",
  };
  const first = await orNotFound((await api()).disputes.list(input));
  return (
    <>
      <ListHead input={input} total={first.total} mayExport={mayExport} />
      <DisputeFilters input={input} />
      <InHand input={input} leadName={first.leadName} />
      <Sheet flush>
        <DisputeRows
          key={JSON.stringify(input)}
          input={input}
          first={{ ...first, rows: first.rows.map(shown) }}
          now={requestTime().toISOString()}
        />
      </Sheet>
    </>
  );
}

/** Only what a row shows. */
function shown({
  id,
  number,
  title,
  registeredAt,
  risk,
  notAccepted,
  isMerged,
  sides,
  why,
  proceeding,
}: DisputeInList): ShownDispute {
  const row = { id, number, title, registeredAt, risk, notAccepted, isMerged, sides, why };
  if (!proceeding) return { ...row, proceeding };
  const { status, outcome, nextStep, nextDueAt, nextOwner, seats } = proceeding;
  const now = { status, outcome, nextStep, nextDueAt, nextOwner, seats };
  return { ...row, proceeding: now };
}

export default withWords("(office)/disputes/page", DisputesPage);

import { IconRepeat } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PrintHere } from "@/app/_papers/print-here";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Timeline, type TimelineItem } from "@/app/_ui/lists/timeline";
import { Tag } from "@/app/_ui/text/tag";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";

/** 来源和经过: the calls, who registered it, who activated 1+8+N, who decided the track. Callers are not named. */
export function Origin({ dispute, now }: { dispute: DisputePage; now: Date }) {
  const t = useTranslations("disputes.overview");
  const source = useTranslations("vocabulary.sources");
  const track = useTranslations("vocabulary.tracks");
  const slips = useTranslations("slips");
  const f = useFormat(now);
  const calls = dispute.calls ?? [];
  const incidents = new Set(calls.map((call) => call.incidentId)).size;
  const { activation, triage } = dispute;
  const items: (TimelineItem & { dateTime: string })[] = [
    ...calls.map((call) => ({ id: call.id, dateTime: call.calledAt, at: f.day(call.calledAt), words: call.summary })),
    {
      id: "registered",
      dateTime: dispute.registeredAt,
      at: f.day(dispute.registeredAt),
      words: t("registered", {
        source: [source(dispute.source), dispute.referral].filter(Boolean).join(" "),
        who: dispute.registrar,
      }),
    },
  ];
  if (activation)
    items.push({
      id: "activated",
      dateTime: activation.at,
      at: f.day(activation.at),
      words: t("activated", { who: activation.by }),
      tone: "strong",
    });
  if (triage) {
    const words = triage.track
      ? t("triaged", { who: triage.by, track: track(triage.track) })
      : t("triagedNot", { who: triage.by });
    items.push({ id: "triaged", dateTime: triage.decidedAt, at: f.day(triage.decidedAt), words, tone: "strong" });
  }
  items.sort((a, b) => Date.parse(a.dateTime) - Date.parse(b.dateTime));
  return (
    <section>
      <SectionHead
        title={t("origin")}
        end={
          incidents > 1 ? (
            <Tag tone="amber" icon={<IconRepeat aria-hidden />}>
              {t("calls", { count: incidents })}
            </Tag>
          ) : null
        }
      />
      <Stack gap={8}>
        <Timeline items={items} />
        {dispute.allowed.includes("slip.read") ? (
          <Link href={`/disputes/${dispute.id}/slip`}>{slips("title")}</Link>
        ) : null}
        <PapersOfStart dispute={dispute} />
      </Stack>
    </section>
  );
}

/** What is signed when a matter is taken up, or handed over when it is not. */
function PapersOfStart({ dispute: { id, proceeding, notAccepted, allowed } }: { dispute: DisputePage }) {
  if (!allowed.includes("paper.ask")) return null;
  if (!proceeding) return notAccepted ? <PrintHere disputeId={id} kinds={["nonAcceptance"]} /> : null;
  return proceeding.track === "peoples" ? (
    <PrintHere disputeId={id} kinds={["intake", "application", "notice"]} />
  ) : null;
}

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Track } from "@/db/vocabulary";
import type { LeadRequest } from "@/server/handovers/reads/lead-requests";
import { loadDecide, loadTell } from "./load-dialogs";

interface LeadRequestListProps {
  disputeId: string;
  track: Track;
  lead: { id: string; name: string };
  requests: readonly LeadRequest[];
  mayDecide: boolean;
  mayTell: boolean;
  now: string;
}

/** What parties asked about the lead, and what was decided; the head who decides does it here. */
export function LeadRequestList({ requests, now, ...may }: LeadRequestListProps) {
  const t = useTranslations("disputes.leadRequest");
  if (requests.length === 0) return null;
  return (
    <Sheet labelledBy="leadRequests">
      <SectionHead id="leadRequests" title={t("heading")} />
      <Stack>
        {requests.map((request) => (
          <Request key={request.id} request={request} now={now} {...may} />
        ))}
      </Stack>
    </Sheet>
  );
}

type Kind = "decide" | "tell";

function Request({
  request,
  now,
  disputeId,
  track,
  lead,
  mayDecide,
  mayTell,
}: Omit<LeadRequestListProps, "requests"> & { request: LeadRequest }) {
  const t = useTranslations("disputes.leadRequest");
  const means = useTranslations("vocabulary.leadRequestMeans");
  const f = useFormat(new Date(now));
  const [open, setOpen] = useState<Kind | null>(null);
  const close = () => setOpen(null);
  const { id: requestId, outcome, answerBy, wished, spokenBy } = request;
  const isLate = outcome === null && answerBy <= now;
  return (
    <div>
      <p>
        <strong>{t("asks", { party: request.party || t("minor"), lead: request.about })}</strong>
      </p>
      <p>
        <Facts
          items={[
            means(request.means),
            f.date(request.askedOn),
            spokenBy ? t("through", { name: spokenBy }) : null,
            t("recordedBy", { name: request.recordedBy }),
            wished ? t("wishes", { name: wished.name }) : null,
            outcome === null && !isLate ? t("by", { by: f.dateTime(answerBy) }) : null,
            isLate ? (
              <Tag key="late" tone="red">
                {t("late", { by: f.dateTime(answerBy) })}
              </Tag>
            ) : null,
          ]}
        />
      </p>
      <p>{request.reason}</p>
      <Decision request={request} />
      <Line>
        {outcome === null && mayDecide ? (
          <Button variant="go" onClick={() => setOpen("decide")}>
            {t("decide.open")}
          </Button>
        ) : null}
        {mayTell && request.toldOn === null && (outcome === "accepted" || outcome === "declined") ? (
          <Button onClick={() => setOpen("tell")}>{t("tell.open")}</Button>
        ) : null}
      </Line>
      {open === "decide" ? (
        <LaterDialog load={loadDecide} props={{ disputeId, track, lead, request, onClose: close }} />
      ) : null}
      {open === "tell" ? (
        <LaterDialog
          load={loadTell}
          props={{ disputeId, requestId, today: toWallClock(new Date(now)).slice(0, 10), onClose: close }}
        />
      ) : null}
    </div>
  );
}

/** How it was decided, by whom, and how the asker was told. */
function Decision({ request }: { request: LeadRequest }) {
  const t = useTranslations("disputes.leadRequest");
  const means = useTranslations("vocabulary.spokenMeans");
  const f = useFormat();
  const { outcome, decidedAt, decidedBy, decisionReason, newLead, toldMeans, toldOn } = request;
  if (outcome === null || decidedAt === null) return <p>{t("open")}</p>;
  return (
    <p>
      <Facts
        items={[
          t(`outcome.${outcome}`, { name: newLead ?? "" }),
          decidedBy,
          f.dateTime(decidedAt),
          decisionReason || null,
          toldOn && toldMeans ? t("told", { on: f.date(toldOn), how: means(toldMeans) }) : null,
        ]}
      />
    </p>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { loadDecide } from "@/app/_lead-requests/load-dialogs";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import { DecideDialog as DecideSettlement } from "@/app/_violations/decide-dialog";
import type { AskedLead, AskedSettlement } from "@/server/handovers/parts/asked-of-head";

/** A party's request for another lead, decided here. */
export function AskedLeadCard({ asked, now }: { asked: AskedLead; now: string }) {
  const t = useTranslations("disputes.leadRequest");
  const words = useTranslations("approvals");
  const f = useFormat(new Date(now));
  const [isOpen, setOpen] = useState(false);
  const { id, disputeId, number, party, about, reason, answerBy, track, lead, wished } = asked;
  return (
    <Sheet labelledBy={id}>
      <h2 id={id}>{t("asks", { party: party || t("minor"), lead: about })}</h2>
      <p>
        <Facts
          items={[
            <Link key="d" href={`/disputes/${disputeId}`}>
              {number}
            </Link>,
            wished ? words("wished", { name: wished.name }) : null,
            answerBy <= now ? (
              <Tag key="late" tone="red">
                {words("lateBy", { by: f.dateTime(answerBy) })}
              </Tag>
            ) : (
              words("answerBy", { by: f.dateTime(answerBy) })
            ),
          ]}
        />
      </p>
      <p>{reason}</p>
      <Line>
        <Button variant="go" onClick={() => setOpen(true)}>
          {t("decide.verb")}
        </Button>
      </Line>
      {isOpen ? (
        <LaterDialog
          load={loadDecide}
          props={{ disputeId, track, lead, request: asked, onClose: () => setOpen(false) }}
        />
      ) : null}
    </Sheet>
  );
}

/** Both sides ask for no penalty; the station's head approves or refuses here. */
export function AskedSettlementCard({ asked, now }: { asked: AskedSettlement; now: string }) {
  const t = useTranslations("violations.decide");
  const words = useTranslations("approvals");
  const f = useFormat(new Date(now));
  const [isApproved, setApproved] = useState<boolean | null>(null);
  const { id, disputeId, proceedingId, number, title, appliedAt } = asked;
  return (
    <Sheet labelledBy={id}>
      <h2 id={id}>{words("settlement", { title })}</h2>
      <p>
        <Facts
          items={[
            <Link key="d" href={`/disputes/${disputeId}/violation`}>
              {number}
            </Link>,
            f.dateTime(appliedAt),
          ]}
        />
      </p>
      <Line>
        <Button variant="go" onClick={() => setApproved(true)}>
          {t("approve")}
        </Button>
        <Button onClick={() => setApproved(false)}>{t("refuse")}</Button>
      </Line>
      {isApproved === null ? null : (
        <DecideSettlement
          disputeId={disputeId}
          proceedingId={proceedingId}
          applicationId={id}
          isApproved={isApproved}
          onClose={() => setApproved(null)}
        />
      )}
    </Sheet>
  );
}

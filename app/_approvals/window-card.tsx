"use client";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { OfficeWindow } from "@/server/windows/queries";
import { ConfirmWindow } from "./confirm-window";
import { EndWindow } from "./end-window";
import { GrantWindow } from "./grant-window";
import { ReviewWindow } from "./review-window";

interface WindowCardProps {
  asked: OfficeWindow;
  /** The usual length of a window in hours. */
  hours: number;
  now: string;
}

/** A request to read, an open window, or an emergency to review; with what the reader may do about it. */
export function WindowCard({ asked, hours, now }: WindowCardProps) {
  const t = useTranslations("approvals.window");
  const kinds = useTranslations("vocabulary.windowKinds");
  const f = useFormat(new Date(now));
  const { id, disputeId, number, kind, state, may, isOwn, who, post, reason, askedAt, openedBy, endsAt, lapsesAt } =
    asked;
  const isLate = asked.reviewDueAt !== null && state === "over" && asked.reviewDueAt < now;
  const of = { name: who, number };
  const title = {
    waiting: isOwn ? t("own", of) : t(kind === "emergency" ? "asksNow" : "asks", of),
    open: isOwn ? t("ownOpen", of) : t("reads", of),
    over: t("wasRead", of),
  };
  const opened = openedBy && t(kind === "emergency" ? "second" : "opened", { name: openedBy });
  return (
    <Sheet labelledBy={id}>
      <Stack gap={8}>
        <h2 id={id}>{title[state]}</h2>
        <p>
          <Facts
            items={[
              <Tag key="k" tone={kind === "emergency" ? "amber" : "act"}>
                {kinds(kind)}
              </Tag>,
              isOwn ? null : post,
              f.dateTime(askedAt),
              opened,
              state === "waiting" ? t("lapses", { at: f.dayTime(lapsesAt) }) : null,
              state === "open" && endsAt ? t("ends", { at: f.dayTime(endsAt) }) : null,
              state === "over" && asked.reviewDueAt ? t("reviewBy", { at: f.dayTime(asked.reviewDueAt) }) : null,
              isLate ? (
                <Tag key="l" tone="red">
                  {t("reviewLate")}
                </Tag>
              ) : null,
            ]}
          />
        </p>
        <p>{reason}</p>
        {may === "open" && kind === "approved" ? <GrantWindow asked={asked} hours={hours} /> : null}
        {may === "open" && kind === "emergency" ? <ConfirmWindow asked={asked} /> : null}
        {may === "end" ? (
          <EndWindow asked={asked}>
            {isOwn ? (
              <ButtonLink variant="go" href={`/disputes/${disputeId}`}>
                {t("open")}
              </ButtonLink>
            ) : null}
          </EndWindow>
        ) : null}
        {may === "review" ? <ReviewWindow asked={asked} /> : null}
      </Stack>
    </Sheet>
  );
}

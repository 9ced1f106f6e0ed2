import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/app/_ui/actions/link";
import { formatFor } from "@/app/_ui/format/format-for";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Timeline } from "@/app/_ui/lists/timeline";
import { Facts } from "@/app/_ui/text/facts";
import type { NonAcceptanceReason } from "@/db/vocabulary";
import type { GateFinding } from "@/server/disputes/reads/gate-history";

/** What is on record of a court, the police or a body outside, with where it stands: nobody is asked what the product knows. */
export async function FoundBefore({ findings, now }: { findings: readonly GateFinding[]; now: Date }) {
  if (findings.length === 0) return null;
  const [t, reasons, locale] = await Promise.all([
    getTranslations("triage.found"),
    getTranslations("vocabulary.nonAcceptanceReasons"),
    getLocale(),
  ]);
  const f = formatFor(locale, now);
  return (
    <Sheet labelledBy="found-before">
      <SectionHead id="found-before" title={t("title")} note={t("note")} />
      <Timeline
        items={findings.map((one, nth) => ({
          id: String(nth),
          dateTime: one.on,
          at: f.day(one.on),
          words: (
            <Facts
              items={[
                t(one.kind),
                one.kind === "notAccepted" ? reasons(one.text as NonAcceptanceReason) : one.text || null,
                one.isOwn ? (
                  t("here")
                ) : (
                  <Link key="where" href={`/disputes/${one.disputeId}`}>
                    {one.number}
                  </Link>
                ),
              ]}
            />
          ),
        }))}
      />
    </Sheet>
  );
}

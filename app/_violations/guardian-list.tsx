"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { ViolationPage, ViolationParty } from "@/server/violations/reads/violation";
import { SummonDialog } from "./summon-dialog";

interface GuardianListProps {
  disputeId: string;
  page: ViolationPage;
  canTell: boolean;
}

/** Minors of the case, and which guardian was told to attend (程序规定 181). Nothing where there are none. */
export function GuardianList({ disputeId, page, canTell }: GuardianListProps) {
  const t = useTranslations("violations.guardian");
  const means = useTranslations("vocabulary.noticeMeans");
  const f = useFormat();
  const [about, setAbout] = useState<ViolationParty | null>(null);
  const minors = page.parties.filter((party) => party.isMinor && !party.isDeparted);
  if (minors.length === 0) return null;
  const said = ({ summons }: ViolationParty) => {
    if (!summons) return t("untold");
    const at = f.dayTime(summons.toldAt);
    return summons.means
      ? t("told", { who: summons.guardian ?? "", means: means(summons.means), at })
      : t("excepted", { reason: summons.exceptionReason, at });
  };
  return (
    <section aria-labelledby="guardian-title">
      <Stack>
        <SectionHead id="guardian-title" title={t("title")} note={t("law")} />
        {minors.map((party) => (
          <Sheet key={party.id} labelledBy={`guardian-${party.id}`}>
            <SectionHead
              level={3}
              id={`guardian-${party.id}`}
              title={party.name}
              note={said(party)}
              end={
                canTell ? (
                  <Button small onClick={() => setAbout(party)}>
                    {t("open")}
                  </Button>
                ) : null
              }
            />
          </Sheet>
        ))}
        {about ? (
          <SummonDialog
            disputeId={disputeId}
            proceedingId={page.proceeding?.id}
            party={about}
            onClose={() => setAbout(null)}
          />
        ) : null}
      </Stack>
    </section>
  );
}

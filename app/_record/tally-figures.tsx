import { useTranslations } from "next-intl";
import { Facts } from "@/app/_ui/text/facts";
import { Figure, FigureStrip } from "@/app/_ui/text/figure";
import type { Tally } from "@/server/sessions/reads/own-record";

/** Asked, accepted, attended, hours and outcomes; each with the figures it is computed from. */
export function TallyFigures({ tally, label }: { tally: Tally; label: string }) {
  const t = useTranslations("record");
  const { asked, accepted, attended, missed, hours, silent, declined, results } = tally;
  const agreed = (results.agreed ?? 0) + (results.partlyAgreed ?? 0);
  return (
    <FigureStrip label={label}>
      <Figure
        label={t("attended")}
        value={attended}
        unit={t("sessionsUnit", { count: attended })}
        parts={t("attendedOf", { attended, due: attended + missed })}
      />
      <Figure label={t("hours")} value={hours} unit={t("hoursUnit")} />
      <Figure
        label={t("results")}
        value={agreed}
        unit={t("sessionsUnit", { count: agreed })}
        parts={t("resultsOf", { agreed, attended })}
      />
      <Figure
        label={t("accepted")}
        value={accepted}
        unit={t("times", { count: accepted })}
        parts={
          <Facts
            items={[
              t("acceptedOf", { accepted, asked }),
              declined > 0 ? t("declined", { count: declined }) : null,
              silent > 0 ? t("silent", { count: silent }) : null,
            ]}
          />
        }
      />
    </FigureStrip>
  );
}

import { IconPhone, IconVideo } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { MapLink } from "@/app/_ui/actions/map-link";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Unbroken } from "@/app/_ui/text/unbroken";
import { webAddress } from "@/app/_ui/text/web-address";
import type { OwnInterpreting } from "@/server/interpreters/reads/own-interpreting";
import { useHelpWords } from "./help-words";
import { OwnAnswer } from "./own-answer";
import styles from "./own-interpreting.module.css";

/** The reader's coming sessions as an interpreter or reader: when, where and how, and nothing else. */
export function OwnInterpretingList({ all, now }: { all: readonly OwnInterpreting[]; now: Date }) {
  const t = useTranslations("sessions.interpreters");
  const helps = useHelpWords();
  const f = useFormat(now);
  const answer = useTranslations("sessions.interpreters.ownAnswer");
  const comma = useTranslations("invitations")("comma");
  /** One question for all parties of a session: shown and answered once. */
  const asked = (one: OwnInterpreting) => all.filter(({ askingId }) => askingId !== null && askingId === one.askingId);
  const shown = all.filter((one) => one.askingId === null || asked(one)[0] === one);
  const helpOf = (one: OwnInterpreting) =>
    [...new Set((one.askingId === null ? [one] : asked(one)).map(helps))].join(comma);
  return (
    <Sheet labelledBy="own-interpreting">
      <SectionHead id="own-interpreting" title={t("own")} />
      <p className={styles.what}>{t("ownWhat")}</p>
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={one.id} className={styles.one}>
            <h3 className={styles.when}>
              <time dateTime={one.startsAt}>
                <Unbroken>{f.span(one.startsAt, one.endsAt)}</Unbroken>
              </time>
            </h3>
            <p>{helpOf(one)}</p>
            <TheWay one={one} />
            {one.asker ? <p className={styles.quiet}>{answer("asker", { name: one.asker })}</p> : null}
            {one.askingId ? <OwnAnswer one={one} askingId={one.askingId} now={now} /> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The room with its address and the map of the reader's phone, or the way into the video session; and whom to call. */
function TheWay({ one }: { one: OwnInterpreting }) {
  const { isVideo, videoUrl, room, point, address, asker, askerPhone } = one;
  const t = useTranslations("sessions.own");
  const modes = useTranslations("vocabulary.sessionModes");
  const url = webAddress(videoUrl);
  const place = [point, address].filter(Boolean).join(" ");
  return (
    <>
      <p>{isVideo ? modes("video") : [point, room].filter(Boolean).join(" ")}</p>
      {isVideo || !address ? null : <p className={styles.quiet}>{address}</p>}
      <Line>
        {isVideo && url ? (
          <ButtonLink href={url} target="_blank" rel="noreferrer" icon={<IconVideo aria-hidden />}>
            {t("video")}
          </ButtonLink>
        ) : null}
        {isVideo || !place ? null : <MapLink place={place}>{t("navigate")}</MapLink>}
        {askerPhone ? (
          <ButtonLink href={phoneHref(askerPhone)} icon={<IconPhone aria-hidden />}>
            {t("callLead", { name: asker })}
          </ButtonLink>
        ) : null}
      </Line>
    </>
  );
}

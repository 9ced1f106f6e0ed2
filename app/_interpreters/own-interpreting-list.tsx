import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { webAddress } from "@/app/_ui/text/web-address";
import type { OwnInterpreting } from "@/server/interpreters/reads/own-interpreting";
import { useHelpWords } from "./help-words";
import { OwnAnswer } from "./own-answer";

/** The reader's coming sessions as an interpreter or reader: when, where and how, and nothing else. */
export function OwnInterpretingList({ all, now }: { all: readonly OwnInterpreting[]; now: Date }) {
  const t = useTranslations("sessions.interpreters");
  const modes = useTranslations("vocabulary.sessionModes");
  const helps = useHelpWords();
  const f = useFormat(now);
  /** One question for all parties of a session: answered once. */
  const isFirst = (one: OwnInterpreting, i: number) => all.findIndex(({ askingId }) => askingId === one.askingId) === i;
  return (
    <Sheet labelledBy="own-interpreting">
      <SectionHead id="own-interpreting" title={t("own")} />
      <p>{t("ownWhat")}</p>
      <ul>
        {all.map((one, i) => (
          <li key={one.id}>
            <time dateTime={one.startsAt}>{f.dateTime(one.startsAt)}</time> {helps(one)}{" "}
            {one.isVideo ? modes("video") : [one.room, one.point, one.address].filter(Boolean).join(" ")}{" "}
            <VideoAddress stored={one.videoUrl} />
            {one.askingId && isFirst(one, i) ? <OwnAnswer one={one} askingId={one.askingId} now={now} /> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function VideoAddress({ stored }: { stored: string | null }) {
  const url = webAddress(stored);
  return url ? (
    <a href={url} rel="noreferrer">
      {url}
    </a>
  ) : null;
}

"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useGoTo } from "@/app/_ui/actions/use-go-to";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type SessionKind, sessionKinds } from "@/db/vocabulary";
import { type Overview, type RoomChoice, speakableIn } from "./session";
import styles from "./sessions.module.css";
import { elsewhere, lacksPlace, placeOf, type Where, WhereHeld } from "./where-held";
import { type Chosen, WhoComes } from "./who-comes";

interface BeginNowProps {
  disputeId: string;
  overview: Overview;
  rooms: readonly RoomChoice[];
}

/** Everybody is here: one press creates the session, in the first room that is free, and opens its desk. */
export function BeginNow({ disputeId, overview, rooms }: BeginNowProps) {
  const t = useTranslations("sessions.begin");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const all = useAllNames();
  const trpc = useTRPC();
  const { isGoing, goTo } = useGoTo();
  const [kind, setKind] = useState<SessionKind>("joint");
  const [where, setWhere] = useState<Where>(() => ({
    roomId: rooms.find((room) => room.isFreeNow)?.id ?? elsewhere,
    place: "",
    othersPresent: "",
  }));
  const [who, setWho] = useState<Chosen>(() => ({
    partyIds: overview.parties.map((party) => party.id),
    personIds: helpersOf(overview).map((one) => one.personId),
  }));
  const [isTried, setTried] = useState(false);
  const speakers = useSpeakers({ purpose: "hear", track: overview.proceeding?.track ?? "peoples" }, { isTried });
  const here = speakableIn(overview, who);
  const begin = useAct(trpc.desk.beginNow.mutationOptions(), {
    onDone: ({ sessionId }) => goTo(`/disputes/${disputeId}/sessions/${sessionId}/desk`),
  });
  function submit({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    const cameFor = speakersOf(speakers, here);
    if (lacksPlace(where) || who.partyIds.length === 0 || !cameFor) return;
    void begin.run({
      disputeId,
      version: overview.proceeding?.version,
      kind,
      ...placeOf(where),
      partyIds: [...who.partyIds],
      personIds: [...who.personIds],
      speakers: cameFor,
    });
  }
  return (
    <Sheet labelledBy="begin-now">
      <SectionHead id="begin-now" title={t("title")} />
      <Stack>
        <p className={styles.quiet}>{t("what")}</p>
        <WhereHeld
          rooms={rooms}
          value={where}
          isNow
          isTried={isTried}
          onChange={(change) => {
            begin.reset();
            setWhere((before) => ({ ...before, ...change }));
          }}
        />
        <details open={isTried && who.partyIds.length === 0 ? true : undefined}>
          <summary>{t("who", { names: all(namesOf(overview, who)) })}</summary>
          <Stack>
            <SegmentField
              label={t("kind")}
              segments={sessionKinds.map((value) => ({ value, label: kinds(value) }))}
              value={kind}
              onChange={setKind}
            />
            <WhoComes
              overview={overview}
              value={who}
              onChange={(change) => setWho((before) => ({ ...before, ...change }))}
            />
          </Stack>
        </details>
        <SpeakerFields parties={here} speakers={speakers} />
        {isTried && who.partyIds.length === 0 ? <ErrorNote isFault>{t("partyNeeded")}</ErrorNote> : null}
        {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
        <div>
          <Button busy={begin.isBusy || isGoing} onClick={submit}>
            {t("submit")}
          </Button>
        </div>
      </Stack>
    </Sheet>
  );
}

const helpersOf = ({ invited }: Overview) => invited.filter((one) => one.status === "accepted");

/** The names of everybody ticked; the lead is always here. */
function namesOf(overview: Overview, { partyIds, personIds }: Chosen): string[] {
  const people = [
    ...overview.staff.filter((one) => one.isLead || personIds.includes(one.id)),
    ...helpersOf(overview).filter((one) => personIds.includes(one.personId)),
  ];
  return [...overview.parties.filter((party) => partyIds.includes(party.id)), ...people].map((one) => one.name);
}

"use client";
import { IconQrcode } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { type Speakers, speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import type { DeskPerson } from "../desk";
import { useServerState } from "../use-desk-state";
import styles from "./attendance.module.css";
import { CheckInDialog } from "./check-in-dialog";
import { useAttendance } from "./use-attendance";

const groups = ["parties", "helpers", "staff"] as const;
type Group = (typeof groups)[number];

const groupOf = (one: DeskPerson): Group => (one.partyId ? "parties" : one.force ? "helpers" : "staff");

/** Who is present: one tick each. People who checked in by the code at the entrance are ticked already. */
export function Attendance() {
  const t = useTranslations("desk.attendance");
  const { state, may } = useServerState();
  const [isShowing, setShowing] = useState(false);
  const here = state.people.filter((one) => one.attendance === "present").length;
  return (
    <aside className={styles.attendance} aria-labelledby="desk-attendance">
      <div className={styles.head}>
        <h2 id="desk-attendance">
          {t("title")} <span>{t("count", { here, of: state.people.length })}</span>
        </h2>
        {may("session.showCheckIn") ? (
          <Button small icon={<IconQrcode aria-hidden />} onClick={() => setShowing(true)}>
            {t("checkIn")}
          </Button>
        ) : null}
      </div>
      <PeopleTicks />
      {isShowing ? <CheckInDialog onClose={() => setShowing(false)} /> : null}
    </aside>
  );
}

/** Who was noted for a party that was ticked before; null where nobody was. */
const begunBy = (one: DeskPerson | undefined): string | null =>
  one?.attendance === "present" ? (one.spokenByLinkId ?? "") : null;

export function PeopleTicks() {
  const t = useTranslations("desk.attendance");
  const locale = useLocale();
  const { state, may } = useServerState();
  const { ticked, tick, problem } = useAttendance();
  const speakers = useSpeakers(
    { purpose: "hear", track: state.session.proceeding.track },
    { begin: (partyId) => begunBy(state.people.find((one) => one.partyId === partyId)) },
  );
  const parties = state.sides.flatMap((side) => side.parties);
  const partyOf = (one: DeskPerson) => parties.find((party) => party.id === one.partyId);
  /** Choosing somebody else for a party that is ticked already is a tick anew. */
  const speakersOn = (one: DeskPerson): Speakers => ({
    ...speakers,
    choose: (partyId, value) => {
      speakers.choose(partyId, value);
      if (ticked[one.id] ?? one.attendance === "present") tick(one.id, true, value || null);
    },
  });
  return (
    <>
      {groups.map((group) => {
        const people = state.people.filter((one) => groupOf(one) === group);
        return people.length === 0 ? null : (
          <div key={group} role="group" aria-label={t(group)} className={styles.group}>
            <h3>{t(group)}</h3>
            {people.map((one) => {
              const party = partyOf(one);
              return (
                <Fragment key={one.id}>
                  <CheckField
                    checked={ticked[one.id] ?? one.attendance === "present"}
                    disabled={!may("desk.write")}
                    onChange={(event) => {
                      const [said] = (party && speakersOf(speakers, [party])) ?? [];
                      tick(one.id, event.currentTarget.checked, said?.linkId ?? null);
                    }}
                    label={
                      <span className={styles.name}>
                        {one.side ? <SideStamp index={one.side - 1} small /> : null}
                        <span>
                          {one.name}{" "}
                          <span className={styles.post}>
                            {one.force
                              ? locale === "en"
                                ? one.force.nameEn
                                : one.force.nameZh
                              : one.isLead
                                ? t("lead")
                                : one.post}
                          </span>
                        </span>
                      </span>
                    }
                  />
                  {party ? <SpeakerField party={party} speakers={speakersOn(one)} /> : null}
                </Fragment>
              );
            })}
          </div>
        );
      })}
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}

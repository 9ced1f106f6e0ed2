"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Facts } from "@/app/_ui/text/facts";
import { rolesBeside } from "@/server/people/choices";
import styles from "./admin.module.css";
import { GiveRoleDialog } from "./give-role-dialog";
import type { Person, PersonChoices } from "./person";
import { ReasonDialog } from "./reason-dialog";

/** The roles somebody holds beside their main one: given, and ended with a reason. */
export function RolesSection({ person, ...choices }: PersonChoices & { person: Person }) {
  const t = useTranslations("admin.roles");
  const words = useTranslations("vocabulary.roles");
  const [isGiving, setGiving] = useState(false);
  const offered = (rolesBeside[person.role] ?? []).filter((role) => !person.roles.some((held) => held.role === role));
  if (!rolesBeside[person.role])
    return person.role === "expert" || person.role === "gridMember" ? (
      <p className={styles.facts}>{t("helper")}</p>
    ) : null;
  return (
    <section className={styles.section}>
      <SectionHead title={t("title")} note={person.roles.length || null} level={3} />
      <p className={styles.facts}>{person.roles.length > 0 ? t("what") : t("none")}</p>
      {person.roles.map((held) => (
        <Held key={held.id} name={person.name} held={held} word={words(held.role)} />
      ))}
      {offered.length > 0 ? (
        <div className={styles.foot}>
          <Button small onClick={() => setGiving(true)}>
            {t("give")}
          </Button>
        </div>
      ) : null}
      {isGiving ? (
        <GiveRoleDialog person={person} offered={offered} {...choices} onClose={() => setGiving(false)} />
      ) : null}
    </section>
  );
}

function Held({ name, held, word }: { name: string; held: Person["roles"][number]; word: string }) {
  const t = useTranslations("admin.roles");
  const f = useFormat();
  const [isAsking, setAsking] = useState(false);
  const end = useAct(useTRPC().people.endRole.mutationOptions(), {
    onDone: () => {
      setAsking(false);
      showToast({ message: t("ended") });
    },
  });
  return (
    <div className={styles.foot}>
      <p className={styles.facts}>
        <Facts
          items={[
            <b key="role">{word}</b>,
            held.place,
            t("from", { day: f.day(held.fromOn) }),
            held.untilOn ? t("untilDay", { day: f.day(held.untilOn) }) : null,
            t("by", { name: held.givenBy }),
          ]}
        />
      </p>
      <Button small variant="text" onClick={() => setAsking(true)}>
        {t("endOf", { role: word })}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("endQuestion", { name, role: word })}
        verb={t("end")}
        what={t("endBody")}
        act={end}
        onGo={(reason) => end.run({ roleId: held.id, reason })}
      />
    </div>
  );
}

"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { Facts } from "@/app/_ui/text/facts";
import { AccountSection } from "./account-section";
import styles from "./admin.module.css";
import type { Person, PersonChoices } from "./person";
import { PersonForm } from "./person-form";
import { ReasonDialog } from "./reason-dialog";
import { RolesSection } from "./roles-section";

/** One person: their data, their account, and how they leave office. */
export function PersonPanel({
  person,
  closeHref,
  ...choices
}: PersonChoices & { person: Person | null; closeHref: string }) {
  const t = useTranslations("admin.person");
  const format = useFormat();
  const router = useRouter();
  return (
    <SidePanel title={person?.name ?? t("new")} closeHref={closeHref}>
      {person ? (
        <p className={styles.facts}>
          <Facts
            items={[
              person.disabledAt && t("leftOn", { date: format.day(person.disabledAt) }),
              person.leadsOpen > 0 && t("leads", { count: person.leadsOpen }),
            ]}
          />
        </p>
      ) : null}
      <PersonForm
        person={person}
        {...choices}
        onCreated={(id) => router.push(`${closeHref}${closeHref.endsWith("?") ? "" : "&"}person=${id}`)}
      />
      {person && !person.disabledAt ? <RolesSection person={person} {...choices} /> : null}
      {person ? <AccountSection person={person} /> : null}
      {person ? <Office person={person} /> : null}
    </SidePanel>
  );
}

function Office({ person }: { person: Person }) {
  const t = useTranslations("admin.person");
  const trpc = useTRPC();
  const [isAsking, setAsking] = useState(false);
  const { name, id: personId, leadsOpen, account } = person;
  const leave = useAct(trpc.people.disable.mutationOptions(), {
    onDone: () => {
      setAsking(false);
      showToast({ message: t("left", { name }) });
    },
  });
  const back = useAct(trpc.people.enable.mutationOptions(), {
    onDone: () => showToast({ message: t("isBack", { name }) }),
  });
  if (person.disabledAt) {
    return (
      <div className={styles.section}>
        {back.problem ? <ProblemNote problem={back.problem} code={back.problem.reference} /> : null}
        <div className={styles.foot}>
          <Button busy={back.isBusy} onClick={() => back.run({ personId })}>
            {t("back")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.section}>
      <div className={styles.foot}>
        <Button variant="stop" onClick={() => setAsking(true)}>
          {t("leave")}
        </Button>
      </div>
      <ReasonDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("leaveQuestion", { name })}
        verb={t("leave")}
        what={
          leadsOpen > 0 ? t("leaveLeads", { count: leadsOpen }) : t("leaveBody", { signIns: account?.signIns ?? 0 })
        }
        act={leave}
        onGo={(reason) => leave.run({ personId, reason })}
      />
    </div>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Tag } from "@/app/_ui/text/tag";
import type { OwnSignIn } from "@/server/account/reads/own-account";
import { listLimits } from "@/server/kernel/choices";
import styles from "./account.module.css";

/** The browsers one is signed in with, each with a button that signs it out at once; one more for all others. */
export function OwnSignIns({ signIns }: { signIns: readonly OwnSignIn[] }) {
  const t = useTranslations("account.signIns");
  const trpc = useTRPC();
  const endOthers = useAct(trpc.account.endSignIn.mutationOptions());
  const others = signIns.filter(({ isHere }) => !isHere);
  return (
    <section className={styles.part} aria-labelledby="sign-ins">
      <SectionHead
        id="sign-ins"
        title={t("title")}
        note={t("hint")}
        end={
          others.length > 0 ? (
            <Button
              small
              variant="stop"
              busy={endOthers.isBusy}
              onClick={() => void endOthers.run({ which: "others" })}
            >
              {t("endOthers")}
            </Button>
          ) : null
        }
      />
      {endOthers.problem ? <ProblemNote problem={endOthers.problem} /> : null}
      <Sheet flush>
        <ul className={styles.rows}>
          {signIns.map((signIn) => (
            <SignInRow key={signIn.id} signIn={signIn} />
          ))}
        </ul>
        <ListEnd rows={signIns} most={listLimits.signIns} />
      </Sheet>
    </section>
  );
}

function SignInRow({ signIn }: { signIn: OwnSignIn }) {
  const t = useTranslations("account.signIns");
  const f = useFormat();
  const trpc = useTRPC();
  const end = useAct(trpc.account.endSignIn.mutationOptions());
  const device = signIn.device || t("unknownDevice");
  return (
    <li className={styles.row}>
      <div>
        <b>{device}</b> {signIn.isHere ? <Tag tone="act">{t("here")}</Tag> : null}
        <p>
          {t("place", { place: signIn.origin || t("unknownPlace") })}
          {"　"}
          {t("seen", { time: f.dayTime(signIn.seenAt) })}
          {"　"}
          {t("since", { time: f.dayTime(signIn.createdAt) })}
        </p>
        {end.problem ? <ProblemNote problem={end.problem} /> : null}
      </div>
      {signIn.isHere ? null : (
        <Button
          small
          variant="stop"
          busy={end.isBusy}
          aria-label={t("endWhat", { device, time: f.dayTime(signIn.createdAt) })}
          onClick={() => void end.run({ which: signIn.id })}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}

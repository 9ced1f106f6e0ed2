"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { AddressCode } from "@/app/_calendar/address-code";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { PasswordField } from "@/app/_ui/fields/password-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { confirmFactorLimits } from "@/app/_ui/limits/account";
import type { NewFactor } from "@/server/account/begin-factor";
import type { OwnFactor } from "@/server/account/reads/own-account";
import styles from "./account.module.css";

/** The second step at sign-in: set it up with one's phone, see what is left of the recovery codes, turn it off. */
export function SecondFactor({ factor, onSet }: { factor: OwnFactor; onSet?: () => void }) {
  const t = useTranslations("account.factor");
  const [begun, setBegun] = useState<NewFactor | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const note = factor.isOn ? t("on", { count: factor.codesLeft }) : t("off");
  return (
    <section className={styles.part} aria-labelledby="second-factor">
      <SectionHead id="second-factor" title={t("title")} note={note} />
      <Sheet>
        {codes ? (
          <RecoveryCodes
            codes={codes}
            onDone={() => {
              setCodes(null);
              onSet?.();
            }}
          />
        ) : begun ? (
          <Confirm
            begun={begun}
            onDone={(made) => {
              setBegun(null);
              setCodes(made ?? []);
            }}
          />
        ) : (
          <Begin factor={factor} onBegun={setBegun} />
        )}
      </Sheet>
    </section>
  );
}

/** Both directions ask for the password: whoever finds an open machine must not be able to do either. */
function Begin({ factor, onBegun }: { factor: OwnFactor; onBegun: (begun: NewFactor) => void }) {
  const t = useTranslations("account.factor");
  const trpc = useTRPC();
  const [password, setPassword] = useState("");
  const begin = useAct(trpc.account.beginFactor.mutationOptions(), { onDone: onBegun });
  const drop = useAct(trpc.account.dropFactor.mutationOptions(), { onDone: () => setPassword("") });
  const isDropping = factor.isOn;
  const problem = begin.problem ?? drop.problem;
  if (factor.isOn && factor.isRequired) return <p>{t("required")}</p>;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (password) void (isDropping ? drop : begin).run({ password });
  }
  return (
    <form method="dialog" className={styles.form} onSubmit={submit} noValidate>
      <p>{factor.isRequired ? t("required") : t("hint")}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <PasswordField
        label={t("password")}
        showLabel={t("showPassword")}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant={isDropping ? "stop" : "go"} busy={begin.isBusy || drop.isBusy}>
        {isDropping ? t("drop") : t("begin")}
      </Button>
    </form>
  );
}

function Confirm({ begun, onDone }: { begun: NewFactor; onDone: (codes: string[] | null) => void }) {
  const t = useTranslations("account.factor");
  const trpc = useTRPC();
  const [code, setCode] = useState("");
  // Not refreshed: the page would no longer show the recovery codes.
  const confirm = useAct(trpc.account.confirmFactor.mutationOptions(), {
    refresh: false,
    onDone: (done) => onDone(done.codes),
  });
  if (!begun.address) return <p role="status">{t("again")}</p>;
  return (
    <form
      method="dialog"
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) void confirm.run({ code: code.trim() });
      }}
    >
      <p>{t("scan")}</p>
      <AddressCode text={begun.address} label={t("square")} />
      <p>
        {t("byHand")} <code translate="no">{begun.secret?.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      {confirm.problem ? <ProblemNote problem={confirm.problem} /> : null}
      <TextField
        label={t("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={confirmFactorLimits.code}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="go" busy={confirm.isBusy}>
        {t("confirm")}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("account.factor");
  return (
    <div className={styles.form} role="status">
      <b>{t("codesTitle")}</b>
      <p>{t("codesText")}</p>
      <ul className={styles.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button variant="go" onClick={onDone}>
        {t("codesDone")}
      </Button>
    </div>
  );
}

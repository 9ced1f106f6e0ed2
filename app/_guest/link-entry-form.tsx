"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { shownProblem } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { Line } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import styles from "./guest.module.css";

const digits = 4;

interface LinkEntryFormProps {
  token: string;
  onOpen: (visit: string) => void;
  /** Called when they want to type another code. */
  onOther: () => void;
}

/** Which station asks, then the last digits of the phone number it has of them. */
export function LinkEntryForm({ token, onOpen, onOther }: LinkEntryFormProps) {
  const t = useTranslations("guest.entry");
  const trpc = useTRPC();
  const [phoneEnd, setPhoneEnd] = useState("");
  const [isTried, setTried] = useState(false);
  const { mutate: look, ...peek } = useMutation(trpc.links.peek.mutationOptions());
  const open = useMutation(trpc.links.open.mutationOptions({ onSuccess: ({ visit }) => onOpen(visit) }));
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    look({ token });
  }, [look, token]);

  const refused = open.error ? shownProblem(open.error) : peek.error ? shownProblem(peek.error) : null;
  // A lost connection or a rate limit says nothing against the link: the token and the typed digits are kept.
  const isDead = refused?.code === "linkDead";
  if (refused && (isDead || !peek.data)) {
    return (
      <>
        <h1>{isDead ? t("shut") : t("notYet")}</h1>
        <ProblemNote problem={refused} code={isDead ? undefined : refused.reference} />
        <Line>
          {isDead ? null : (
            <Button variant="go" busy={peek.isPending} onClick={() => look({ token })}>
              {t("again")}
            </Button>
          )}
          <Button onClick={onOther}>{t("other")}</Button>
        </Line>
      </>
    );
  }
  if (!peek.data) return <p>{t("looking")}</p>;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (phoneEnd.length === digits && !open.isPending) open.mutate({ token, phoneEnd });
  }
  return (
    <Sheet>
      <form className={styles.form} onSubmit={send} noValidate>
        <h1>{peek.data.station ? t("title", { station: peek.data.station }) : t("titlePlain")}</h1>
        <p>{t("text")}</p>
        {refused ? <ProblemNote problem={refused} /> : null}
        <TextField
          label={t("label")}
          error={isTried && phoneEnd.length !== digits ? t("need") : undefined}
          value={phoneEnd}
          onChange={(event) =>
            setPhoneEnd(event.currentTarget.value.normalize("NFKC").replace(/\D/g, "").slice(0, digits))
          }
          inputMode="numeric"
          autoComplete="off"
          placeholder="0000"
          className={styles.digits}
        />
        <Button variant="go" wide type="submit" busy={open.isPending}>
          {t("go")}
        </Button>
        <p className={styles.faint}>{t("care")}</p>
      </form>
    </Sheet>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { TextField } from "@/app/_ui/fields/text-field";
import { Sheet } from "@/app/_ui/layout/sheet";
import styles from "./guest.module.css";

/** The length of a code with its dashes, and room for spaces. */
const longestCode = 20;

/** For people who type the code of a paper invitation instead of scanning it. */
export function CodeForm({ isOver, onCode }: { isOver?: boolean | undefined; onCode: (code: string) => void }) {
  const t = useTranslations("guest.code");
  const [code, setCode] = useState("");
  const [isTried, setTried] = useState(false);
  const typed = code.replace(/[^A-Za-z0-9]/g, "");
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (typed) onCode(typed);
  }
  return (
    <>
      {isOver ? <Banner tone="amber">{t("over")}</Banner> : null}
      <Sheet>
        <form className={styles.form} onSubmit={send} noValidate>
          <h1>{t("title")}</h1>
          <TextField
            label={t("label")}
            hint={t("hint")}
            error={isTried && !typed ? t("need") : undefined}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            placeholder="ABCD-EFGH-JKMN"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={longestCode}
          />
          <Button variant="go" wide type="submit">
            {t("go")}
          </Button>
        </form>
      </Sheet>
    </>
  );
}

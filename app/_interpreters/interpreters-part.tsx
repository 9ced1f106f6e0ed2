"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { Banner } from "@/app/_ui/feedback/banner";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { AskAgain } from "./ask-again";
import { RefusedLine } from "./asked-words";
import { useHelpWords } from "./help-words";
import { InterpreterActs } from "./interpreter-acts";
import type { OpenDialog } from "./interpreter-dialogs";
import { InterpreterLine } from "./interpreter-line";
import { type InterpretingPlace, unmetNeeds } from "./place";

/** Who interprets or reads aloud for whom, what is still missing, and the acts. Empty where there is nothing to say or do. */
export function InterpretersPart(at: InterpretingPlace) {
  const t = useTranslations("sessions.interpreters");
  const helps = useHelpWords();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const { part: Dialogs, hasFailed, use } = useFirstUse(loadDialogs);
  const { place, list, allowed } = at;
  const unmet = unmetNeeds(at);
  const isOpen = place.at === "session" ? true : place.status === "draft";
  const mayName = isOpen && allowed.includes("interpreter.name") && at.parties.length > 0;
  if (list.length === 0 && at.refused.length === 0 && unmet.length === 0 && !mayName) return null;
  const show = (dialog: OpenDialog) => {
    use();
    setOpen(dialog);
  };
  return (
    <Stack>
      {isOpen
        ? unmet.map((need) => (
            <Banner key={need.partyId} tone="amber">
              {t("unmet", { name: need.partyName, help: helps(need) })}
            </Banner>
          ))
        : null}
      {list.length > 0 ? (
        <ul aria-label={t("title")}>
          {list.map((one) => (
            <li key={one.id}>
              <InterpreterLine one={one} />
              <InterpreterActs at={at} one={one} onOpen={(kind) => show({ kind, one })} />
            </li>
          ))}
        </ul>
      ) : null}
      {at.refused.length > 0 ? (
        <ul>
          {at.refused.map((one) => (
            <li key={one.id}>
              <RefusedLine one={one} />
              <AskAgain at={at} one={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayName ? (
        <Line>
          <Button small onClick={() => show({ kind: "name" })}>
            {t("name.open")}
          </Button>
          <Button small variant="text" onClick={() => show({ kind: "need" })}>
            {t("need.open")}
          </Button>
        </Line>
      ) : null}
      {open && Dialogs ? <Dialogs open={open} at={at} onClose={() => setOpen(null)} /> : null}
      {hasFailed ? <LaterFailed /> : null}
    </Stack>
  );
}

const loadDialogs = withLaterWords("_interpreters/interpreter-dialogs", () =>
  import("./interpreter-dialogs").then(({ InterpreterDialogs }) => InterpreterDialogs),
);

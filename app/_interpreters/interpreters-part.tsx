"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { useHelpWords } from "./help-words";
import { InterpreterActs } from "./interpreter-acts";
import { InterpreterLine } from "./interpreter-line";
import { NameInterpreterDialog } from "./name-interpreter-dialog";
import { NeedDialog } from "./need-dialog";
import { type InterpretingPlace, unmetNeeds } from "./place";

/** Who interprets or reads aloud for whom, what is still missing, and the acts. Empty where there is nothing to say or do. */
export function InterpretersPart(at: InterpretingPlace) {
  const t = useTranslations("sessions.interpreters");
  const helps = useHelpWords();
  const [open, setOpen] = useState<"name" | "need" | null>(null);
  const { place, list, allowed } = at;
  const unmet = unmetNeeds(at);
  const isOpen = place.at === "session" ? true : place.status === "draft";
  const mayName = isOpen && allowed.includes("interpreter.name") && at.parties.length > 0;
  if (list.length === 0 && unmet.length === 0 && !mayName) return null;
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
              <InterpreterActs at={at} one={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayName ? (
        <Line>
          <Button small onClick={() => setOpen("name")}>
            {t("name.open")}
          </Button>
          <Button small variant="text" onClick={() => setOpen("need")}>
            {t("need.open")}
          </Button>
        </Line>
      ) : null}
      {open === "name" ? <NameInterpreterDialog at={at} onClose={() => setOpen(null)} /> : null}
      {open === "need" ? <NeedDialog at={at} onClose={() => setOpen(null)} /> : null}
    </Stack>
  );
}

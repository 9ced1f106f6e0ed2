"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CodeForm } from "./code-form";
import { GuestCard } from "./guest-card";
import { LinkEntryForm } from "./link-entry-form";
import { clearAddress, keep, kept, tokenInAddress } from "./stored-visit";

type Step =
  | { at: "start" }
  | { at: "code"; isOver?: boolean }
  | { at: "entry"; token: string }
  | { at: "inside"; visit: string };

/** What this tab stored before it was reloaded. */
function firstStep(): Step {
  const [visit, token] = [kept("visit"), kept("token")];
  if (visit) return { at: "inside", visit };
  return token ? { at: "entry", token } : { at: "code" };
}

/** From the link to the card: removes the token from the address, asks the phone's last digits, shows the invitation. */
export function LinkEntry() {
  const t = useTranslations("guest");
  const [step, setStep] = useState<Step>({ at: "start" });

  useEffect(() => {
    const enter = () => {
      const token = tokenInAddress();
      if (token) {
        keep("token", token);
        setStep({ at: "entry", token });
      } else setStep((now) => (now.at === "start" ? firstStep() : now));
    };
    enter();
    window.addEventListener("hashchange", enter);
    return () => window.removeEventListener("hashchange", enter);
  }, []);

  // After the router has started; before, it would restore the address with the token.
  useEffect(() => {
    const soon = window.setTimeout(clearAddress);
    return () => window.clearTimeout(soon);
  });

  function open(visit: string) {
    keep("visit", visit);
    setStep({ at: "inside", visit });
  }
  function typeCode() {
    keep();
    setStep({ at: "code" });
  }
  function leave() {
    keep();
    setStep({ at: "code", isOver: true });
  }

  switch (step.at) {
    case "start":
      return <p data-opening>{t("opening")}</p>;
    case "code":
      return <CodeForm isOver={step.isOver} onCode={(token) => setStep({ at: "entry", token })} />;
    case "entry":
      return <LinkEntryForm key={step.token} token={step.token} onOpen={open} onOther={typeCode} />;
    default:
      return <GuestCard visit={step.visit} onOver={leave} />;
  }
}

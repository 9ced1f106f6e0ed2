"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CodeForm } from "./code-form";
import { GuestCard } from "./guest-card";
import { clearAddress, keep, kept, tokenInAddress } from "./kept-visit";
import { LinkEntryForm } from "./link-entry-form";

type Step =
  | { at: "start" }
  | { at: "code"; isOver?: boolean }
  | { at: "entry"; token: string }
  | { at: "inside"; visit: string };

/** Where this tab was before it was loaded anew. */
function firstStep(): Step {
  const [visit, token] = [kept("visit"), kept("token")];
  if (visit) return { at: "inside", visit };
  return token ? { at: "entry", token } : { at: "code" };
}

/** From the link to the card: token out of the address, last digits of the phone, then the one invitation. */
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

  // Once the router stands: before, it would write the address it began with anew.
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

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { PrintHere } from "@/app/_papers/print-here";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { useAllNames } from "@/app/_ui/format/use-names";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import type { AgreementPage, AgreementPaper } from "@/server/agreements/reads/agreement";
import { nextSigner, type Signer, signerName, signingOf } from "./signing";
import { WithdrawDialog } from "./withdraw-dialog";

const loadConfirmation = withLaterWords("_agreements/confirmation-dialog", () =>
  import("./confirmation-dialog").then((it) => it.ConfirmationDialog),
);

const loadCourt = withLaterWords("_confirmation/court-dialog", () =>
  import("@/app/_confirmation/court-dialog").then((it) => it.CourtDialog),
);

interface SigningFootProps {
  page: AgreementPage;
  agreement: AgreementPaper;
  onSign: (signer: Signer) => void;
}

/** That all applied to a court, what the court did then, and how it goes on where the court dismissed it. */
function ConfirmationButton({ page, of }: { page: AgreementPage; of: "confirmation" | "court" | "dismissed" }) {
  const t = useTranslations("agreements.foot");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(of)}</Button>
      {isOpen ? (
        <LaterDialog
          load={of === "confirmation" ? loadConfirmation : loadCourt}
          props={{ page, onClose: () => setOpen(false) }}
        />
      ) : null}
    </>
  );
}

/** The next signature, the seal or the entry into force; whichever the reader may do. */
export function SigningFoot({ page, agreement, onSign }: SigningFootProps) {
  const t = useTranslations("agreements.foot");
  const all = useAllNames();
  const trpc = useTRPC();
  const seal = useAct(trpc.agreements.seal.mutationOptions());
  const effect = useAct(trpc.agreements.takeEffect.mutationOptions());
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { disputeId, proceeding, allowed } = page;
  const print = <Print page={page} agreement={agreement} />;
  if (agreement.effectiveAt) {
    return (
      <FootBar note={isDismissedPerformed(page) ? t("dismissedPerformed") : null}>
        {print}
        {allowed.includes("confirmation.apply") ? <ConfirmationButton page={page} of="confirmation" /> : null}
        {allowed.includes("confirmation.record") ? <ConfirmationButton page={page} of="court" /> : null}
        {goesOn(page) ? <ConfirmationButton page={page} of="dismissed" /> : null}
        <ButtonLink href={`/disputes/${disputeId}/performance`}>{t("performance")}</ButtonLink>
      </FootBar>
    );
  }
  const target = { disputeId, proceedingId: proceeding?.id, version: proceeding?.version };
  const signer = nextSigner(page);
  const canSeal = allowed.includes("agreement.seal");
  const toSealBy = awaitsSeal(page) ? page.sealers.map(({ name }) => name) : null;
  const canWithdraw = allowed.includes("agreement.withdraw");
  const canTakeEffect = allowed.includes("agreement.takeEffect");
  const problem = seal.problem ?? effect.problem;
  if (!signer && !toSealBy && !canWithdraw && !canTakeEffect && !allowed.includes("paper.ask")) return null;
  return (
    <>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      <FootBar
        note={
          canSeal
            ? t("sealNote", { committee: page.committeeName, count: agreement.clauses.length })
            : toSealBy
              ? t(toSealBy.length > 0 ? "sealByAnother" : "sealByNobody", { who: all(toSealBy) })
              : canTakeEffect
                ? t("takeEffectNote")
                : undefined
        }
      >
        {canSeal || (canTakeEffect && !signer) ? (
          <HappenedDay
            label={t(canSeal ? "sealedOn" : "effectOn")}
            today={page.today}
            value={happenedOn}
            onChange={setHappenedOn}
          />
        ) : null}
        {print}
        {canWithdraw ? (
          <Button variant="stop" onClick={() => setWithdrawing(true)}>
            {t("withdraw")}
          </Button>
        ) : null}
        {signer ? (
          <Button variant="go" onClick={() => onSign(signer)}>
            {t("signNext", { name: signerName(signer) })}
          </Button>
        ) : null}
        {canSeal ? (
          <Button variant="go" busy={seal.isBusy} onClick={() => seal.run({ ...target, happenedOn })}>
            {t("seal")}
          </Button>
        ) : null}
        {canTakeEffect && !signer ? (
          <Button variant="go" busy={effect.isBusy} onClick={() => effect.run({ ...target, happenedOn })}>
            {t("takeEffectNow")}
          </Button>
        ) : null}
      </FootBar>
      {isWithdrawing ? <WithdrawDialog page={page} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}

/** The court dismissed the application, and the reader may lead on from there. */
const goesOn = ({ court, allowed }: AgreementPage): boolean =>
  court?.step === "dismissed" && (allowed.includes("agreement.renegotiate") || allowed.includes("proceeding.reopen"));

/** The same where nothing is left to agree anew: the matter is closed first. */
const isDismissedPerformed = ({ court, allowed, proceeding }: AgreementPage): boolean =>
  court?.step === "dismissed" && proceeding?.status === "performed" && allowed.includes("confirmation.apply");

/** Everybody has signed, and nothing but the committee's seal is missing. */
function awaitsSeal(page: AgreementPage): boolean {
  const { unsigned, isMediatorSigned } = signingOf(page);
  const { track } = page.proceeding ?? {};
  return track === "peoples" && page.agreement?.status === "signing" && unsigned.length === 0 && isMediatorSigned;
}

/** What can be printed of it: the sheet of the police, and the official paper. */
function Print({ page, agreement }: { page: AgreementPage; agreement: AgreementPaper }) {
  const t = useTranslations("agreements.foot");
  const { disputeId, proceeding, allowed } = page;
  const paper = paperOf(page, agreement);
  return (
    <>
      {proceeding?.track === "publicSecurity" ? (
        <ButtonLink href={`/disputes/${disputeId}/police-paper`}>{t("print")}</ButtonLink>
      ) : null}
      {paper && allowed.includes("paper.ask") ? (
        <PrintHere disputeId={disputeId} kinds={[paper]} subjectId={agreement.id} />
      ) : null}
    </>
  );
}

/** The paper of this agreement; an oral one has its own once it is in force. */
function paperOf({ proceeding }: AgreementPage, { form, effectiveAt }: AgreementPaper) {
  if (form === "oral") return effectiveAt && proceeding?.track === "peoples" ? "oralAgreement" : null;
  if (proceeding?.track === "publicSecurity") return "policeAgreement";
  return proceeding?.track === "peoples" ? "agreement" : null;
}

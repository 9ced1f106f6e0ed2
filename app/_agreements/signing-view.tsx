"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { Banner } from "@/app/_ui/feedback/banner";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { useFormat } from "@/app/_ui/format/use-format";
import { useNames } from "@/app/_ui/format/use-names";
import { Columns } from "@/app/_ui/layout/columns";
import type { AgreementPage, AgreementPaper } from "@/server/agreements/reads/agreement";
import { AgreementText } from "./agreement-text";
import { draftOf } from "./clause-draft";
import { ObligationsPreview } from "./obligations-preview";
import { Renegotiated } from "./renegotiated";
import { Signers } from "./signers";
import { type Asked, type Signer, signerId, signingOf } from "./signing";
import { SigningFoot } from "./signing-foot";
import { Supplements } from "./supplements";
import { Versions } from "./versions";
import { WithdrawnPapers } from "./withdrawn-papers";

const loadSign = withLaterWords("_agreements/sign-dialog", () => import("./sign-dialog").then((it) => it.SignDialog));
const loadAsk = () => import("./ask-to-sign-dialog");
const loadHandedRound = withLaterWords("_agreements/handed-round", () =>
  import("./handed-round").then((it) => it.HandedRound),
);
/** A paper out for signing or in force: read-only words, who signed, what is still missing. */
export function SigningView({ page, agreement }: { page: AgreementPage; agreement: AgreementPaper }) {
  const [signer, setSigner] = useState<Signer | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { part: ask, hasFailed: hasAskFailed } = useLater(loadAsk, asked !== null);
  const [here, setHere] = useState<Asked | null>(null);
  const { part: HandedRound, hasFailed } = useLater(loadHandedRound, here !== null);
  const clauses = agreement.clauses.map(draftOf);
  const canAsk = agreement.status === "signing" && page.allowed.includes("agreement.askToSign");
  const canSign = agreement.status === "signing" && page.allowed.includes("agreement.sign");
  return (
    <>
      <Renegotiated page={page} />
      <StateLine page={page} agreement={agreement} />
      <Columns
        shape="document"
        right={
          <>
            {agreement.form === "written" ? (
              <Signers
                page={page}
                onSign={canSign ? setSigner : undefined}
                onSignHere={canSign ? setHere : undefined}
                onAsk={canAsk ? setAsked : undefined}
              />
            ) : null}
            <ObligationsPreview page={page} form={agreement.form} clauses={clauses} />
            <Versions page={page} facts={agreement.facts} clauses={clauses} />
            <WithdrawnPapers page={page} facts={agreement.facts} clauses={clauses} />
          </>
        }
      >
        <AgreementText
          page={page}
          track={page.proceeding?.track ?? "peoples"}
          form={agreement.form}
          number={agreement.number}
          facts={agreement.facts}
          clauses={clauses}
        />
        <Supplements page={page} agreement={agreement} />
      </Columns>
      <SigningFoot page={page} agreement={agreement} onSign={setHere} />
      {here && HandedRound ? <HandedRound page={page} firstId={signerId(here)} onClose={() => setHere(null)} /> : null}
      {asked && ask ? <ask.AskToSignDialog page={page} signer={asked} onClose={() => setAsked(null)} /> : null}
      {hasFailed || hasAskFailed ? <LaterFailed /> : null}
      {signer ? <LaterDialog load={loadSign} props={{ page, signer, onClose: () => setSigner(null) }} /> : null}
    </>
  );
}

/** What is missing for it to be in force, or since when it is and until when a court may confirm it. */
function StateLine({ page, agreement }: { page: AgreementPage; agreement: AgreementPaper }) {
  const t = useTranslations("agreements.state");
  const inWords = useNames();
  const f = useFormat();
  const { unsigned, isMediatorSigned } = signingOf(page);
  const isPeoples = page.proceeding?.track === "peoples";
  if (agreement.status === "draft") return <Banner>{t(agreement.form === "oral" ? "draftOral" : "draft")}</Banner>;
  if (agreement.status === "replaced")
    return <Banner>{t("replaced", { at: f.happened(agreement.effectiveAt ?? "") })}</Banner>;
  if (agreement.effectiveAt) {
    const at = f.happened(agreement.effectiveAt);
    const until = page.confirmationUntil;
    return (
      <Banner tone="act">
        {agreement.seal ? t("effective", { at, committee: page.committeeName }) : t("effectivePlain", { at })}{" "}
        {page.appliedOn ? t("confirmationApplied", { day: f.day(page.appliedOn) }) : null}
        {page.court ? t(`court.${page.court.step}`, { day: f.day(page.court.on), note: page.court.note }) : null}
        {until && !page.appliedOn
          ? t(page.today > until ? "confirmationPast" : "confirmation", {
              day: f.day(until),
              days: page.confirmationDays,
            })
          : null}{" "}
        {agreement.form === "written"
          ? t(isPeoples ? "copies" : "copiesPublicSecurity", { count: page.parties.length + 1 })
          : null}
      </Banner>
    );
  }
  const names = unsigned.map((party) => party.name);
  if (!isPeoples && !isMediatorSigned) names.push(page.proceeding?.leadName ?? "");
  const words = isPeoples
    ? names.length > 0
      ? t("awaitParties", { names: inWords(names) })
      : isMediatorSigned
        ? t("awaitSeal")
        : t("awaitMediator", { name: page.proceeding?.leadName ?? "" })
    : names.length > 0
      ? t("awaitPublicSecurity", { names: inWords(names) })
      : t("awaitEffectPublicSecurity");
  return <Banner tone="amber">{words}</Banner>;
}
